"""Says the parts of a question as Moodle shows them, for its XML and for GIFT."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from manusiawi.exchange.question import Question
from manusiawi.exchange.request import Request
from manusiawi.exchange.writers.drawn import drawing
from manusiawi.exchange.writers.moodlexml import File
from manusiawi.exchange.writers.shelves import Told
from manusiawi.exchange.writers.voices import Voices
from manusiawi.language.known import folder
from manusiawi.language.numbers import plain, read
from manusiawi.model.addresses import built

_NO_TAG = re.compile(r"[,<>]")  # Moodle parts tags at commas


class Teller:
    """What questions say, in the languages of a file."""

    def __init__(self, request: Request) -> None:
        self.request, self.course = request, request.course
        self.voices, self.main = Voices(request.languages), Voices(request.languages[:1])

    def asked(self, told: Told, shown: str = "") -> str:
        """The scene, what is shown, then the question as the last paragraph."""
        scene = self.voices.block([question.scenario for question in told])
        stem = f'<p class="stem">{self.voices.inline([question.stem for question in told])}</p>'
        return "\n".join(filter(None, (scene, shown.strip(), stem)))

    def reasons(self, reasons: Sequence[Sequence[str]]) -> str:
        """Reasons, each in every language: one as a paragraph, several as a list."""
        said = [self.voices.inline(reason) for reason in reasons if any(reason)]
        return f"<p>{said[0]}</p>" if len(said) == 1 else _list(said)

    def labelled(self, labels: Sequence[str], reasons: Sequence[Sequence[str]]) -> str:
        """A list of reasons, each behind the words that it belongs to."""
        return _list(
            [
                f"<strong>{label}</strong>: {self.voices.inline(reason)}"
                for label, reason in zip(labels, reasons, strict=True)
                if any(reason)
            ]
        )

    def explained(self, told: Told) -> str:
        """The model answer, then why it is so."""
        model = self.voices.block([question.model for question in told])
        return "\n".join(filter(None, (model, self.reasons([[question.feedback for question in told]]))))

    def criteria(self, told: Told) -> str:
        """What to look for in one's own words, and what to do where it is missing."""
        said = []
        for row in zip(*(question.criteria for question in told), strict=True):
            text, mend = (self.voices.inline(parts) for parts in ([entry.text for entry in row], [entry.mend for entry in row]))
            said.append(f"{text}<br>{self.voices.say('if-missing')} {mend}" if mend else text)
        return f"<p>{self.voices.say('criteria-of')}</p>\n{_list(said)}" if said else ""

    def read_again(self, told: Told) -> str:
        """Where the course mends a mistake, by the title of its lesson; "" where it has none."""
        titles = [self._lesson(question) for question in told]
        if not all(titles):
            return ""
        by_language = dict(zip(self.request.languages, titles, strict=True))
        return f"<p>{self.voices.say('read-again', lambda language: {'title': html.escape(by_language[language], quote=False)})}</p>"

    def tags(self, question: Question) -> list[str]:
        """Outcome, level, lesson, beliefs and revision, in words that are the same in every language."""
        beliefs = [entry.misconception for entry in (*question.options, *question.distractors, *question.mistakes) if entry.misconception]
        told = {
            "outcome": [question.outcome],
            "bloom": [question.bloom],
            "lesson": [question.lesson],
            "misconception": dict.fromkeys(beliefs),
            "revision": [question.revision] if len(self.request.languages) == 1 else [],
        }
        return [_NO_TAG.sub(" ", f"{name}:{value}")[:50] for name, values in told.items() for value in values if value]

    def pictures(self, told: Told) -> list[tuple[File, str]]:
        """The drawing of the question's room in each language, once where it is the same, and the words in its place."""
        made: dict[str, tuple[File, str]] = {}
        for question in told:
            if drawn := drawing(self.course, question):
                alt = html.escape(self.course.pictures[question.picture].title[question.language])
                made.setdefault(drawn, (File(f"{question.picture}-{question.language}.svg", drawn.encode()), alt))
        return list(made.values())

    def left_out(self, told: Told) -> str:
        """Where a question stays that the format does not hold."""
        return f"left out; it stays on {folder(told[0].language)}{built(self.course.item_path(told[0].ref))}#{told[0].ref}"

    def _lesson(self, question: Question) -> str:
        page = self.course.pages[question.language].get(f"{question.module}/{question.lesson.partition('#')[0]}.md")
        return page.head.title if page else ""


def foreseen(told: Told) -> dict[str, list[str]]:
    """The wrong answers that authors foresee, each with its reason in every language; beside a number, those that are one.

    An answer of one language alone has its reason in that language alone. Beside a number, `20` and `20 hari` are one.
    """
    made: dict[str, list[str]] = {}
    for place, question in enumerate(told):
        for mistake in question.mistakes:
            words = mistake.text if question.number is None else written_number(mistake.text, question.language)
            if words:
                made.setdefault(words, [mistake.feedback] * len(told))[place] = mistake.feedback
    return made


def written_number(words: str, language: str) -> str:
    """A number that a learner may write, with a decimal point; "" for words that are none."""
    value = read(words, language)
    return "" if value is None else plain(value)


def _list(said: Sequence[str]) -> str:
    return "<ul>\n" + "".join(f"<li>{words}</li>\n" for words in said) + "</ul>" if said else ""
