"""Rules that judge a whole bank in one language; they print their statistic."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from manusiawi.entries.items import Item
from manusiawi.entries.plan import Module
from manusiawi.language.words import words
from manusiawi.lint.rule import Found, rule
from manusiawi.lint.view import View

FIVE_PERCENT = {1: 3.84, 2: 5.99, 3: 7.81, 4: 9.49}  # chi-square at 5% by degrees of freedom


def _singles(bank: Sequence[View]) -> list[View]:
    return [view for view in bank if view.is_single and len(view.keys) == 1 and len(view.options) > 1]


def z_score(hits: int, chances: Sequence[float]) -> float:
    """How many standard errors the hits lie above what chance gives (sum of independent trials)."""
    variance = sum(chance * (1 - chance) for chance in chances)
    return (hits - sum(chances)) / variance**0.5 if variance else 0.0


@rule(
    "Q204",
    "error",
    "bank",
    "a bank whose key is the longest, or the shortest, more often than chance (z over 2)",
    "Then a strategy of lengths passes the quiz without any knowledge.",
    "guideline 28d",
)
def key_by_length(bank: Sequence[View]) -> Iterator[Found]:
    singles = _singles(bank)
    chances = [1 / len(view.options) for view in singles]
    for name, pick in (("longest", max), ("shortest", min)):
        hits = [view for view in singles if _only(view, pick)]
        z = z_score(len(hits), chances)
        if z > 2:
            yield Found(
                hits[0].stem_place,
                f"the key is the {name} option in {len(hits)} of {len(singles)} items (chance {sum(chances):.1f}, z = {z:.1f})",
                f"rewrite options until the {name} one is right no more often than chance",
            )


def _only(view: View, pick: Callable[[Iterable[int]], int]) -> bool:
    """Whether the key alone has the greatest (or least) length."""
    length = pick(len(option.text) for option in view.options)
    return [option.key for option in view.options if len(option.text) == length] == [True]


@rule(
    "Q210b",
    "error",
    "bank",
    "a bank whose absolutes stand in distractors more often than chance (z over 2)",
    "Crossing out every «always» then raises the score without any knowledge.",
    "guideline 28a",
)
def absolutes_by_bank(bank: Sequence[View]) -> Iterator[Found]:
    marked = [(view, option) for view in _singles(bank) for option in view.options if view.lint.absolute.search(option.text)]
    wrong = [(view, option) for view, option in marked if not option.key]
    z = z_score(len(wrong), [1 - 1 / len(view.options) for view, _ in marked])
    if z > 2:
        yield Found(
            wrong[0][1].place,
            f"{len(wrong)} of {len(marked)} options with an absolute are wrong (z = {z:.1f})",
            "give some keys an absolute that is true, or take it out of distractors",
        )


@rule(
    "Q216",
    "warning",
    "bank",
    "a bank whose keys stand unevenly over the places (chi-square at 5%)",
    "«When in doubt, take the second» must not pay.",
    "guideline 20",
)
def key_positions(bank: Sequence[View]) -> Iterator[Found]:
    by_count: dict[int, list[View]] = {}
    for view in _singles(bank):
        by_count.setdefault(len(view.options), []).append(view)
    for count, views in by_count.items():
        if len(views) < 12:
            continue
        seen = [sum(view.options[place].key for view in views) for place in range(count)]
        expected = len(views) / count
        chi = sum((number - expected) ** 2 / expected for number in seen)
        if chi > FIVE_PERCENT.get(count - 1, 9.49):
            yield Found(
                views[0].stem_place,
                f"keys stand at places {', '.join(map(str, seen))} (chi-square {chi:.1f})",
                "move options until the places are even",
            )


@rule(
    "Q302",
    "error",
    "bank",
    "a bank with fewer than half of its items at C3 or above",
    "Knowing the words does not change what happens at a counter.",
    "guideline 1",
)
def low_levels(bank: Sequence[View]) -> Iterator[Found]:
    high = [view for view in bank if view.item.bloom >= "C3"]
    if bank and 2 * len(high) < len(bank):
        yield Found(
            bank[0].item.where("bloom"),
            f"{len(high)} of {len(bank)} items stand at C3 or above",
            "write items that apply, analyse or judge",
        )


@rule(
    "Q303",
    "warning",
    "bank",
    "the key of one item stands in the stem or scenario of another",
    "One question then answers the other.",
    "guideline 4",
)
def leaking_key(bank: Sequence[View]) -> Iterator[Found]:
    shown = [(view, f" {' '.join(words(text.text))} ", text.place) for view in bank for text in view.of("stem", "scenario")]
    for view in bank:
        for option in view.keys if view.is_choice else ():
            key = words(option.text)
            if len(key) < 4:
                continue
            for other, text, place in shown:
                if other.item is not view.item and f" {' '.join(key)} " in text:
                    yield Found(place, f'the key of "{view.item.id}" stands in "{other.item.id}"', "tell the other case in other words")


@rule(
    "Q305",
    "error",
    "item",
    "a legal claim without an article and the date it was checked",
    "A claim that cannot be looked up cannot be corrected.",
    "blueprint of the course",
)
def unsourced_law(view: View) -> Iterator[Found]:
    if view.item.law:
        return
    cited = any("[[law " in text.text for text in view.texts)
    for text in view.of("stem", "scenario", "option", "feedback"):
        found = view.lint.claims_law.search(text.text)
        if found and not cited:
            yield Found(text.place, f'"{found[0]}" claims law, and the item cites none', "add `law:` or [[law …]] with the article")
            return


@rule(
    "Q301",
    "error",
    "module",
    "an outcome that no item measures at its level",
    "What is promised and not asked about is not known to be learnt.",
    "guidelines 1, 2",
)
def unmeasured_outcome(judged: tuple[Module, Sequence[Item]]) -> Iterator[Found]:
    module, items = judged
    for outcome in module.outcomes:
        levels = [item.bloom for item in items if item.outcome == outcome.id]
        if not any(level >= outcome.bloom for level in levels):
            yield Found(
                outcome.where("id"),
                f'no item measures "{outcome.id}" at {outcome.bloom} or above ({len(levels)} below)',
                "write an item at the outcome's level, or lower the outcome",
            )


def statistics(bank: Sequence[View]) -> list[str]:
    """What the rules of the whole bank measured, whether or not they found anything."""
    singles = _singles(bank)
    chances = [1 / len(view.options) for view in singles]
    lines = []
    for name, pick in (("longest", max), ("shortest", min)):
        hits = sum(_only(view, pick) for view in singles)
        lines.append(
            f"Q204: the key is the {name} option in {hits} of {len(singles)} items, "
            f"by chance {sum(chances):.1f}, z = {z_score(hits, chances):.1f}"
        )
    marked = [(view, option) for view in singles for option in view.options if view.lint.absolute.search(option.text)]
    wrong = sum(not option.key for _, option in marked)
    z = z_score(wrong, [1 - 1 / len(view.options) for view, _ in marked])
    lines.append(f"Q210b: {wrong} of {len(marked)} options with an absolute are wrong, z = {z:.1f}")
    threes = [view for view in singles if len(view.options) == 3]
    seen = [sum(view.options[place].key for view in threes) for place in range(3)]
    lines.append(f"Q216: keys of items with three options stand first, second, third in {seen[0]}, {seen[1]}, {seen[2]} items")
    return lines
