"""What must hold of one question by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from manusiawi.binding.fields import Text
from manusiawi.entries.items import (
    BranchingCase,
    Inspection,
    Item,
    Matching,
    MultipleChoice,
    Node,
    Option,
    Ordering,
    Reflection,
    ShortText,
    SingleChoice,
    TrueFalse,
)
from manusiawi.ground.faults import Fault, nearest, quoted
from manusiawi.language.answers import Key, comparable, matched
from manusiawi.language.known import LANGUAGES, MAIN
from manusiawi.model.revision import folded

KEPT_NODES = {"kunci", "err", "in", "h"}  # anchors that every question's page needs for itself
FEWEST_PLACES = 3
CRITERIA = range(3, 6)  # fewer show too little, more are not looked for


def check_item(item: Item) -> Iterator[Fault]:
    """The faults of one question, whatever its type."""
    check = _CHECKS.get(type(item))
    if check:
        yield from check(item)


def _single(item: SingleChoice) -> Iterator[Fault]:
    yield from _options(item, item.options)
    keys = [option for option in item.options if option.key]
    if len(keys) > 1:
        yield Fault(
            keys[1].at,
            f'question "{item.id}" has {len(keys)} right options',
            "exactly one `key: true` in a single-choice question",
            "remove `key: true` from the others, or write `type: multiple-choice`",
        )


def _multiple(item: MultipleChoice) -> Iterator[Fault]:
    yield from _options(item, item.options)
    if len(item.options) > 1 and all(option.key for option in item.options):
        yield Fault(
            item.where("options"),
            f'every option of "{item.id}" is right',
            "at least one wrong option",
            "add an option that a colleague might believe",
        )


def _options(item: Item, options: Sequence[Option]) -> Iterator[Fault]:
    if not options:
        return
    if len(options) == 1:
        yield Fault(
            item.where("options"),
            f'question "{item.id}" has one option',
            "two options or more, three by habit",
            "add options that a decent colleague might believe",
        )
    if not any(option.key for option in options):
        yield Fault(
            item.where("options"),
            f'question "{item.id}" has no right option',
            "one option with `key: true`",
            "add `key: true` to the right one",
        )
    for option in options:
        if option.key and option.misconception:
            yield Fault(
                option.where("misconception"),
                "a right option carries a misconception",
                "a misconception on wrong options only",
                "remove the line `misconception:` or the line `key:`",
            )
        if not option.key and not option.misconception:
            yield Fault(
                option.at,
                "a wrong option names no misconception",
                "one of the misconceptions of course/course.yml",
                "add a line `misconception:`",
            )
    yield from _distinct([option.text for option in options], "option")


def _true_false(item: TrueFalse) -> Iterator[Fault]:
    yield from _distinct([statement.text for statement in item.statements], "statement")


def _matching(item: Matching) -> Iterator[Fault]:
    if len(item.pairs) == 1:
        yield Fault(item.where("pairs"), f'matching question "{item.id}" has one row', "two rows or more", "add a row")
    yield from _distinct([pair.left for pair in item.pairs], "row")
    rights = {pair.right[MAIN] for pair in item.pairs}
    for distractor in item.distractors:
        if distractor.text[MAIN] in rights:
            yield Fault(
                distractor.where("text"),
                f'the distractor "{distractor.text[MAIN][:40]}" belongs to a row',
                "a text that belongs to no row",
                "write another text, or remove the distractor",
            )
    if item.pairs and len(rights) + len(item.distractors) < 2:
        yield Fault(
            item.where("pairs"),
            "there is only one choice to match",
            "two different choices or more",
            "give the rows different right-hand texts, or add a distractor",
        )


def _ordering(item: Ordering) -> Iterator[Fault]:
    if 0 < len(item.steps) < 3:
        yield Fault(
            item.where("steps"),
            f'ordering question "{item.id}" has only {len(item.steps)} of the steps it needs',
            "three steps or more",
            "add steps, or make it a single-choice question",
        )
    yield from _distinct([step.text for step in item.steps], "step")


def _short(item: ShortText) -> Iterator[Fault]:
    if (item.number is None) == (item.accept is None):
        found = "neither `accept` nor `number`" if item.number is None else "both `accept` and `number`"
        yield Fault(
            item.at,
            f'short-text question "{item.id}" has {found}',
            "`accept` for words or `number` for a number, one of them",
            "add the one that the answer needs and remove the other",
        )
    for language in LANGUAGES:
        yield from _told_apart(item, language)
    if item.tolerance < 0:
        yield Fault(item.where("tolerance"), f"the tolerance {item.tolerance:g} is below zero", "0 or more", "write it without the minus")


def _told_apart(item: ShortText, language: str) -> Iterator[Fault]:
    """Each answer once, judged as the page does: no two that a person takes for the same, none both right and foreseen as wrong."""
    rights = Key(item.accept[language] if item.accept else (), item.number, item.tolerance)
    keys = [rights, *(Key(mistake.match[language]) for mistake in item.mistakes)]
    lists = [item.accept, *(mistake.match for mistake in item.mistakes)]
    seen: set[str] = set()
    for number, words in enumerate(lists):
        if words is None:
            continue
        for word in words[language]:
            met = matched(word, keys, language) or []
            if number and 0 in met:
                yield Fault(
                    words.where(language),
                    f'the mistake "{word}" counts as right too',
                    "answers that are either right or foreseen mistakes",
                    "take it out of one of the two",
                )
            elif comparable(word) in seen or min(met, default=number) < number:
                yield Fault(
                    words.where(language),
                    f'the answer "{word}" stands twice',
                    "answers that differ in more than capitals, spaces, the shapes of signs, or the unit of a number",
                    "take one of the two out",
                )
            seen.add(comparable(word))


def _inspection(item: Inspection) -> Iterator[Fault]:
    places = item.places
    if 0 < len(places) < FEWEST_PLACES:
        yield Fault(
            item.where("places"),
            f'inspection "{item.id}" has {len(places)} of the places it needs',
            "three places or more",
            "add places that a visitor passes, or make it a single-choice question",
        )
    if places and len({place.barrier for place in places}) == 1:
        found, other = ("no place", "true") if not places[0].barrier else ("every place", "false")
        yield Fault(
            item.where("places"),
            f'{found} of "{item.id}" must be mended',
            "some places with `barrier: true` and some with `barrier: false`",
            f"add a place with `barrier: {other}`",
        )
    seen: set[str] = set()
    for place in places:
        if place.id and place.id in seen:
            yield Fault(
                place.where("id"), f'the place "{place.id}" stands twice in "{item.id}"', "each place id once", "give one another id"
            )
        seen.add(place.id)
    yield from _distinct([place.text for place in places], "place")


def _branching(item: BranchingCase) -> Iterator[Fault]:
    nodes: dict[str, Node] = {}
    for node in item.nodes:
        if node.id in nodes:
            yield Fault(
                node.where("id"),
                f'the node "{node.id}" stands twice in "{item.id}"',
                "each node id once in a case",
                "give one of the two another id",
            )
        nodes.setdefault(node.id, node)
        if node.id in KEPT_NODES:
            yield Fault(
                node.where("id"),
                f'no node may be called "{node.id}"',
                f"a name other than {quoted(sorted(KEPT_NODES))}",
                "choose another name: the page uses this one for the answer",
            )
        if node.choices and node.ending:
            yield Fault(
                node.where("ending"), f'node "{node.id}" has choices and an ending', "one of the two", "remove the ending, or the choices"
            )
        if not node.choices and not node.ending:
            yield Fault(
                node.at,
                f'node "{node.id}" leads nowhere and is no ending',
                "`choices:` or `ending:`",
                "add choices, or say in `ending:` what this road did",
            )
        for choice in node.choices:
            if choice.to not in {n.id for n in item.nodes}:
                likely = nearest(choice.to, (n.id for n in item.nodes))
                yield Fault(
                    choice.where("to"),
                    f'no node is named "{choice.to}"',
                    quoted(n.id for n in item.nodes),
                    f'write "{likely}"' if likely else "name a node of this case, or add it",
                )
    if not nodes:
        return
    lost = any(choice.to not in nodes for node in item.nodes for choice in node.choices)  # told above; what follows from it is noise
    reached = _closure(item.nodes[0].id, {node.id: [choice.to for choice in node.choices] for node in item.nodes})
    backwards: dict[str, list[str]] = {}
    for node in item.nodes:
        for choice in node.choices:
            backwards.setdefault(choice.to, []).append(node.id)
    ends = set().union(*(_closure(node.id, backwards) for node in item.nodes if not node.choices), set())
    for node in nodes.values():
        if node.id not in reached and not lost:
            yield Fault(
                node.at,
                f'node "{node.id}" cannot be reached',
                f'nodes that a choice leads to, from "{item.nodes[0].id}" on',
                "add a choice that leads to it, or remove it",
            )
        elif node.id in reached and node.id not in ends:
            yield Fault(
                node.at,
                f'node "{node.id}" never leads to an end',
                "nodes from which an ending can be reached",
                "add a choice that leads on to an ending",
            )


def _reflection(item: Reflection) -> Iterator[Fault]:
    if item.criteria and len(item.criteria) not in CRITERIA:
        yield Fault(
            item.where("criteria"),
            f'reflection "{item.id}" has {len(item.criteria)} criteria',
            "three to five, or none",
            "join two that say nearly the same" if len(item.criteria) > CRITERIA[-1] else "add what a good answer does besides",
        )
    yield from _distinct([criterion.text for criterion in item.criteria], "criterion", "criteria")


def _closure(start: str, ways: dict[str, list[str]]) -> set[str]:
    """Every node that can be reached from the start along the ways, the start included."""
    seen, waiting = set(), [start]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += ways.get(name, [])
    return seen


def _distinct(texts: Sequence[Text], what: str, plural: str = "") -> Iterator[Fault]:
    """Each text once in each language, by what its saved name is made of: letters and digits."""
    for language in LANGUAGES:
        seen: set[str] = set()
        for text in texts:
            words = folded(text[language])
            if text[language] and not words:
                yield Fault(
                    text.where(language),
                    f'the {what} "{text[language][:40]}" holds no letter or digit',
                    f"{plural or what + 's'} that can be told apart by words",
                    "say in words what the sign stands for",
                )
            elif words and words in seen:
                yield Fault(
                    text.where(language),
                    f'the {what} "{text[language][:40]}" stands twice',
                    f"{plural or what + 's'} that differ in letters or digits",
                    "reword or remove one of them",
                )
            seen.add(words)


_CHECKS: dict[type[Item], Callable[[Any], Iterator[Fault]]] = {
    SingleChoice: _single,
    MultipleChoice: _multiple,
    TrueFalse: _true_false,
    Matching: _matching,
    Ordering: _ordering,
    ShortText: _short,
    Inspection: _inspection,
    BranchingCase: _branching,
    Reflection: _reflection,
}
