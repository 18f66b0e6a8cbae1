"""Rules on the options of one item: Q201 to Q215, and the reasons: Q304."""

from __future__ import annotations

import re
from collections.abc import Iterator

from manusiawi.language.known import of
from manusiawi.language.language import LintWords
from manusiawi.language.words import content, words
from manusiawi.lint.rule import Found, rule
from manusiawi.lint.rules.question import opens_negative
from manusiawi.lint.view import View


@rule(
    "Q201",
    "error",
    "item",
    "fewer than three or more than five options",
    "Three options tell as much as four, and a fifth that nobody believes only takes reading time.",
    "guideline 18; Rodriguez 2005",
)
def option_count(view: View) -> Iterator[Found]:
    if view.is_choice and not 3 <= len(view.options) <= 5:
        yield Found(view.item.where("options"), f"there are {len(view.options)} options", "write three to five; three by habit")


@rule(
    "Q203",
    "error",
    "item",
    "a key that is much longer than every distractor",
    "Learners soon notice that the longest option is right, and stop reading.",
    "guidelines 24, 28d",
)
def long_key(view: View) -> Iterator[Found]:
    if view.is_single and view.keys and view.distractors:
        key, longest = view.keys[0], max(len(option.text) for option in view.distractors)
        if len(key.text) >= 1.25 * longest and len(key.text) - longest >= 8:
            yield Found(
                key.place,
                f"the key has {len(key.text)} characters, the longest distractor {longest}",
                "shorten the key, or give the distractors as much detail",
            )


@rule(
    "Q205",
    "warning",
    "item",
    "a longest option of over two and a half times the shortest",
    "An option that stands out by its length is judged by its length.",
    "guideline 24",
)
def uneven_options(view: View) -> Iterator[Found]:
    if view.is_choice and view.options:
        short, long = (pick(view.options, key=lambda option: len(option.text)) for pick in (min, max))
        if len(long.text) >= 20 and len(long.text) > 2.5 * len(short.text):
            yield Found(
                long.place, f"the longest option has {len(long.text)} characters, the shortest {len(short.text)}", "bring them closer"
            )


@rule(
    "Q206",
    "error",
    "item",
    "«all of the above»",
    "Two right options give «all of the above» away, and mixing the order breaks it.",
    "guideline 25",
)
def all_of_the_above(view: View) -> Iterator[Found]:
    yield from _about_others(view, view.lint.all_of_them)


@rule(
    "Q206b", "warning", "item", "«none of the above»", "It shows that a learner can tell what is wrong, not what is right.", "guideline 26"
)
def none_of_the_above(view: View) -> Iterator[Found]:
    yield from _about_others(view, view.lint.none_of_them)


def _about_others(view: View, kind: re.Pattern[str]) -> Iterator[Found]:
    """Options that say nothing but that all or none of the others are right."""
    for option in view.options if view.is_choice else ():
        if kind.fullmatch(option.text.strip().rstrip(".")):
            yield Found(
                option.place,
                f'"{option.text[:50]}" speaks of the other options',
                "make it a multiple-choice item, or write an option of its own",
            )


@rule(
    "Q207",
    "error",
    "item",
    "options that combine others, such as «A and C»",
    "They test logic, not the outcome, and the letters change when options move.",
    "guideline 9",
)
def combined(view: View) -> Iterator[Found]:
    for option in view.options if view.is_choice else ():
        if view.lint.combined.fullmatch(option.text.strip()):
            yield Found(option.place, f'"{option.text}" combines other options', "make it a multiple-choice item")


@rule(
    "Q208",
    "error",
    "item",
    "options that are the same or overlap",
    "If two options are true together, no single one can be the key.",
    "guideline 22",
)
def overlapping(view: View) -> Iterator[Found]:
    if not view.is_choice:
        return
    for place, one in enumerate(view.options):
        for other in view.options[place + 1 :]:
            first, second = words(one.text), words(other.text)
            ranges = _range(one.text, view.lint), _range(other.text, view.lint)
            short, long = sorted((first, second), key=len)
            inside = (
                len(short) >= 2
                and len(long) - len(short) <= 3
                and long[: len(short)] == short
                and not view.lint.turns.search(" ".join(long[len(short) :]))
            )
            if first == second or (sorted(first) == sorted(second) and _only_joins(first, view.lint)) or inside:
                yield Found(other.place, f'"{other.text[:40]}" says the same as "{one.text[:40]}"', "make them exclude each other")
            elif ranges[0] and ranges[1] and ranges[0][0] <= ranges[1][1] and ranges[1][0] <= ranges[0][1]:
                yield Found(
                    other.place,
                    f'"{other.text[:40]}" and "{one.text[:40]}" overlap',
                    "let each range begin after the one before has ended, as in 1-5 and 6-10",
                )


def _only_joins(listed: list[str], lint: LintWords) -> bool:
    """Whether words such as "name and address" say the same in any order."""
    return len(listed) <= 6 and bool(lint.joins & set(listed)) and not lint.in_time & set(listed)


def _range(text: str, lint: LintWords) -> tuple[float, float] | None:
    """The two ends of a range such as 5-10 hari."""
    match = re.fullmatch(rf"\D*?(\d+(?:[.,]\d+)?)\s*(?:-|–|{lint.to})\s*(\d+(?:[.,]\d+)?)\D*", text)
    if not match:
        return None
    low, high = (float(number.replace(",", ".")) for number in match.groups())
    is_law = high >= 1900 > low  # UU 25-2009
    return (low, high) if low <= high and not is_law else None


@rule("Q209", "warning", "item", "numbers or dates out of order", "An order spares searching, and hides no hint.", "guideline 21")
def unsorted_numbers(view: View) -> Iterator[Found]:
    worth = [_value(option.text, view.language) for option in view.options] if view.is_choice else []
    values = [value for value in worth if value is not None]
    if len(values) > 2 and len(values) == len(worth) and values not in (sorted(values), sorted(values, reverse=True)):
        yield Found(view.options[0].place, "the numbers or dates of the options stand in no order", "sort them from small to large")


def _value(text: str, language: str) -> tuple[float, ...] | None:
    """What an option that is a number or a date is worth for sorting: a date as year, month, day."""
    tokens = re.findall(r"[^\W\d_]+|\d+(?:[.,]\d+)*", text.lower())
    known = of(language)
    names = [month.lower() for month in known.months]
    months = [names.index(token) + 1 for token in tokens if token in names]
    plain = [
        re.sub(rf"{re.escape(known.signs.thousands)}(?=\d{{3}}\b)", "", token).replace(",", ".") for token in tokens if token[0].isdigit()
    ]
    if any(number.count(".") > 1 for number in plain):
        return None  # a date in figures, or signs that this language does not use so
    numbers = [float(number) for number in plain]
    if months:
        year = next((number for number in numbers if number > 31), 0.0)
        day = next((number for number in numbers if number <= 31), 0.0)
        return year, months[0], day
    if len(numbers) != 1 or len(tokens) > 4 or not re.match(rf"(?:rp\.?\s*)?\d|(?:{known.lint.before_number})\b", text.lower().strip()):
        return None
    return (numbers[0],)


@rule(
    "Q210",
    "warning",
    "item",
    "absolutes in distractors only, or in the key only",
    "Experienced guessers cross out every «always» and are often right.",
    "guideline 28a",
)
def absolutes(view: View) -> Iterator[Found]:
    if not view.is_choice or not view.keys or not view.distractors:
        return
    in_keys, in_distractors = (
        [(option, match[0]) for option in options if (match := view.lint.absolute.search(option.text))]
        for options in (view.keys, view.distractors)
    )
    if bool(in_keys) != bool(in_distractors):
        option, absolute = (in_keys or in_distractors)[0]
        side = "the key" if in_keys else "distractors"
        yield Found(option.place, f'"{absolute}" stands in {side} only', "use it on both sides, or on none")


@rule(
    "Q211",
    "warning",
    "item",
    "a content word shared by stem and key and by no distractor",
    "Learners match the word and need not know the answer.",
    "guideline 28b",
)
def clang(view: View) -> Iterator[Found]:
    if not view.is_single or not view.keys or not view.distractors:
        return
    stem = content(view.stem, view.language)
    outcome = content(view.outcome, view.language)
    others = {root for option in view.distractors for root in content(option.text, view.language)}
    shared = [
        word
        for root, word in content(view.keys[0].text, view.language).items()
        if root in stem and root not in others and root not in outcome
    ]
    if shared:
        yield Found(
            view.keys[0].place,
            f'only the key repeats "{shared[0]}" from the stem',
            "use another word in the key, or the same in a distractor",
        )


@rule(
    "Q212",
    "warning",
    "item",
    "a key that alone differs in word class, full stop or capital",
    "The odd one out is chosen for its form.",
    "guidelines 23, 28c",
)
def odd_form(view: View) -> Iterator[Found]:
    if not view.is_single or len(view.options) < 3 or not view.keys:
        return
    for name, feature in (
        ("a full stop at its end", lambda t: t.rstrip('"”»').endswith(".")),
        ("a capital at its start", lambda t: t[:1].isupper()),
        ("the class of its first word", lambda t: _first_class(t, view.lint)),
    ):
        of_key = feature(view.keys[0].text)
        of_others = {feature(option.text) for option in view.distractors}
        if len(of_others) == 1 and of_key not in of_others:
            yield Found(view.keys[0].place, f"the key alone differs in {name}", "give all options the same form")


def _first_class(text: str, lint: LintWords) -> str:
    first = (words(text) or [""])[0]
    return next((name for name, pattern in lint.word_class.items() if pattern.match(first)), "other")


@rule(
    "Q214",
    "warning",
    "item",
    "an option that opens with a negation",
    "A negative option is harder to hold against the question.",
    "guideline 27",
)
def negative_option(view: View) -> Iterator[Found]:
    for option in view.options if view.is_choice else ():
        if opens_negative(option.text, view.lint):
            yield Found(option.place, f'"{option.text[:40]}" opens with a negation', "say what is done, not what is left undone")


@rule(
    "Q215",
    "error",
    "item",
    "a wrong option of under two fifths of the key's length, or without a misconception",
    "A stub of a distractor is chosen by nobody, so the item asks less than it seems to.",
    "guidelines 28f, 29, 30",
)
def weak_distractor(view: View) -> Iterator[Found]:
    if not view.is_choice or not view.keys:
        return
    key = max(len(option.text) for option in view.keys)
    for option in view.distractors:
        if key >= 20 and len(option.text) < 0.4 * key:
            yield Found(
                option.place,
                f"a wrong option has {len(option.text)} characters, the key {key}",
                "write what a decent colleague might believe, in full",
            )
        if not option.misconception:
            yield Found(option.place, "a wrong option names no misconception", "add `misconception:`")


@rule(
    "Q304",
    "error",
    "item",
    "an option without a reason of eight words or more",
    "«Wrong.» teaches nothing; explanations are what makes a quiz teach.",
    "van der Kleij and others 2015: explanation .49, verdict .05",
)
def short_reason(view: View) -> Iterator[Found]:
    for text in view.of("feedback"):
        if len(words(text.text)) < 8:
            yield Found(text.place, f"the reason has {len(words(text.text))} words", "say why, in eight words or more")
