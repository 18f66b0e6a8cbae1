"""Rules on the stem: Q101 to Q108."""

from __future__ import annotations

import re
from collections.abc import Iterator

from manusiawi.language.language import LintWords
from manusiawi.language.words import plain, sentences, words
from manusiawi.lint.rule import Found, rule
from manusiawi.lint.view import View

MAX_STEM, MAX_SENTENCE, COPIED = 60, 25, 10


def asking(view: View) -> str:
    """The sentence of a stem that asks, the last one, without terms such as «diskriminasi tidak langsung»."""
    parts = sentences(view.stem)
    question = parts[-1] if parts else ""
    for term in sorted(view.terms, key=len, reverse=True):
        question = re.sub(rf"\b{re.escape(term)}\b", " ", question, flags=re.IGNORECASE)
    return question


def _unmarked(text: str, lint: LintWords) -> list[str]:
    """The negations that do not stand in bold capitals."""
    marked = re.sub(r"\*\*[^*]*[A-Z]{3,}[^*]*\*\*", " ", text)
    return [m[0] for m in lint.negation.finditer(marked)]


@rule(
    "Q101",
    "error",
    "item",
    "a stem without a question, blank or colon, or of fewer than four words",
    "A stem that asks nothing leaves the learner to guess what the options answer.",
    "guidelines 14, 15",
)
def open_stem(view: View) -> Iterator[Found]:
    stem = plain(view.stem).rstrip("\"”»') ")
    if not stem.endswith(("?", ":")) and "___" not in view.stem:
        yield Found(view.stem_place, "the stem ends in no question mark, blank or colon", "end it with a question mark")
    if len(words(view.stem)) < 4:
        yield Found(view.stem_place, f"the stem has {len(words(view.stem))} words", "ask a whole question of four words or more")


@rule(
    "Q102",
    "error",
    "item",
    "a negative stem whose negation is not in bold capitals",
    "Tired readers miss a small negation and answer the opposite question.",
    "guideline 17",
)
def negative_stem(view: View) -> Iterator[Found]:
    question = asking(view)
    found = _unmarked(question, view.lint)
    if found and not view.lint.why.search(question):
        yield Found(view.stem_place, f'the asking sentence holds "{found[0]}"', f"ask it without, or write **{found[0].upper()}**")


@rule(
    "Q103",
    "error",
    "item",
    "a double negative in the question, or between the question and an option",
    "Two negations have to be worked out before the question can be thought about.",
    "guidelines 17, 27",
)
def double_negative(view: View) -> Iterator[Found]:
    found = [m[0] for m in view.lint.negation.finditer(plain(asking(view)))]
    if len(found) > 1:
        yield Found(view.stem_place, f'the asking sentence holds "{found[0]}" and "{found[1]}"', "ask it without negations")
    elif found:
        for option in view.options:
            if opens_negative(option.text, view.lint):
                yield Found(option.place, "a negative question meets a negative option", "turn the question or the option round")
                return


def opens_negative(text: str, lint: LintWords) -> bool:
    """Whether a text opens with a negation."""
    return bool(lint.opens_negative.match(text.strip(" \"'“«").lower()))


@rule(
    "Q104",
    "warning",
    "item",
    "a stem of over 60 words, or the same three opening words in every option",
    "What every option repeats belongs into the stem, and what only sets the scene belongs into the scenario.",
    "guidelines 13, 15, 16",
)
def long_stem(view: View) -> Iterator[Found]:
    count = len(words(view.stem))
    if count > MAX_STEM:
        yield Found(view.stem_place, f"the stem has {count} words", f"keep it to {MAX_STEM} words; put the situation into `scenario:`")
    openings = {tuple(words(option.text)[:3]) for option in view.options}
    if view.is_choice and len(view.options) > 1 and len(openings) == 1 and len(next(iter(openings))) == 3:
        yield Found(view.options[0].place, f'every option opens with "{" ".join(next(iter(openings)))}"', "move these words into the stem")


@rule(
    "Q105",
    "warning",
    "item",
    "vague words of frequency",
    "Readers differ by tens of percent in what such a word means to them.",
    "guideline 14",
)
def vague_frequency(view: View) -> Iterator[Found]:
    for text in view.of("stem", "option"):
        found = view.lint.vague.search(plain(text.text))
        if found:
            yield Found(text.place, f'"{found[0]}" says no number', "say how often, or leave the word out")


@rule(
    "Q106", "error", "item", "an opinion asked for in a scored item", "An opinion cannot be wrong, so no key can be right.", "guideline 6"
)
def opinion(view: View) -> Iterator[Found]:
    found = view.lint.opinion.search(plain(view.stem))
    if found and view.item.type not in ("reflection", "branching-case"):
        yield Found(
            view.stem_place, f'"{found[0]}" asks for an opinion', "ask what the rule, the case or the person needs, or make it a reflection"
        )


@rule(
    "Q107",
    "warning",
    "item",
    "ten or more words copied from the lesson",
    "Copied words can be recognised without being understood.",
    "guideline 3",
)
def copied(view: View) -> Iterator[Found]:
    lesson = " ".join(words(view.lesson))
    if not lesson:
        return
    for text in view.of("stem", "scenario", "option"):
        own = words(text.text)
        for start in range(len(own) - COPIED + 1):
            piece = " ".join(own[start : start + COPIED])
            if f" {piece} " in f" {lesson} ":
                yield Found(text.place, f'"{piece[:70]}" stands in the lesson too', "say it in other words, or tell another case")
                break


@rule(
    "Q108",
    "warning",
    "item",
    "an acronym that the glossary does not have, or a sentence of over 25 words",
    "What has to be looked up or read twice tests reading, not the outcome.",
    "guidelines 8, 12",
)
def hard_to_read(view: View) -> Iterator[Found]:
    for text in view.of("stem", "scenario", "option"):
        bare = re.sub(r"\*\*[^*]*\*\*", " ", text.text)
        for acronym in dict.fromkeys(re.findall(r"(?<![\w/])[A-Z]{2,}(?![\w/])", plain(bare))):
            if acronym not in view.acronyms and not re.search(rf"\w[^.()]*\({acronym}\)", text.text):
                yield Found(text.place, f'"{acronym}" is not in the glossary', "write it out, or add it to course/glossary.yml")
        for sentence in sentences(text.text):
            if len(words(sentence)) > MAX_SENTENCE:
                yield Found(
                    text.place, f"a sentence has {len(words(sentence))} words", f"make two of it; {MAX_SENTENCE} words are the limit"
                )
