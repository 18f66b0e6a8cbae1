"""What trainers read of an activity: purpose, size, minutes, materials, steps, questions, how all take part, what to watch for."""

from __future__ import annotations

import html
from collections.abc import Iterable

from manusiawi.entries.classroom.activities import Activity
from manusiawi.ground.catalogue import say
from manusiawi.ground.links import built_link
from manusiawi.model.course import Course
from manusiawi.render.inline import ItemTexts, item_texts


def activity(course: Course, language: str, page: str, name: str) -> str:
    """An activity, part by part, below its title."""
    entry = course.activities[name]
    texts = item_texts(course, language, page, entry)
    return (
        f"<p>{texts.inline(entry.purpose[language])}</p>\n"
        f"<p>{_facts(course, language, page, entry)}</p>\n"
        f"{_head(language, 'trainer-materials')}{_entries(texts.inline(text[language]) for text in entry.materials)}"
        f"{_head(language, 'trainer-steps')}{_steps(language, entry, texts)}"
        f"{_head(language, 'activity-debrief')}{_debrief(course, language, entry, texts)}"
        f"{_head(language, 'activity-ways')}{_ways(language, entry, texts)}"
        f"{_head(language, 'activity-watch')}{_entries(texts.inline(text[language]) for text in entry.watch)}"
    )


def timed(language: str, minutes: int, text: str) -> str:
    """A step with its minutes in front."""
    return f"<b>{say(language, 'step-minutes', minutes=minutes)}</b> {text}"


def _facts(course: Course, language: str, page: str, entry: Activity) -> str:
    module = course.modules[entry.module]
    link = f'<a href="{built_link(page, course.names.notes_of(entry.module))}">{html.escape(module.title[language], quote=False)}</a>'
    return say(
        language,
        "activity-facts",
        minutes=entry.minutes,
        smallest=entry.smallest,
        largest=entry.largest,
        number=module.number,
        module=link,
    )


def _head(language: str, name: str) -> str:
    return f"<h3>{say(language, name)}</h3>\n"


def _entries(entries: Iterable[str], tag: str = "ul") -> str:
    return f"<{tag}>" + "".join(f"<li>{entry}</li>\n" for entry in entries) + f"</{tag}>\n"


def _steps(language: str, entry: Activity, texts: ItemTexts) -> str:
    return _entries((timed(language, step.minutes, texts.inline(step.text[language])) for step in entry.steps), "ol")


def _debrief(course: Course, language: str, entry: Activity, texts: ItemTexts) -> str:
    made = ""
    for question in entry.debrief:
        belief = course.misconceptions[question.misconception]
        made += (
            f"<li><b>{texts.inline(question.ask[language])}</b><br>\n"
            f"{say(language, 'prompt-belief')} {texts.of(belief).inline(belief.text[language])}<br>\n"
            f"{say(language, 'prompt-reply')} {texts.inline(question.reply[language])}</li>\n"
        )
    return f"<ol>{made}</ol>\n"


def _ways(language: str, entry: Activity, texts: ItemTexts) -> str:
    ways = {"stand": entry.ways.stand, "see": entry.ways.see, "hear": entry.ways.hear}
    return _entries(f"<b>{say(language, f'activity-{name}')}</b> {texts.inline(text[language])}" for name, text in ways.items())
