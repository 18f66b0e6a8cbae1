"""The rule on outcomes that promise something done, by the verb they begin with: Q318."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from manusiawi.entries.items import BranchingCase, Item, Matching, Ordering, Reflection, ShortText
from manusiawi.entries.plan import Outcome
from manusiawi.language.known import LANGUAGES, MAIN, of
from manusiawi.lint.rule import Found, rule

WRITTEN = "a reflection with criteria"
ACTED = f"{WRITTEN}, an ordering, a matching, a short text or a branching case"


def is_written(item: Item) -> bool:
    """Whether learners write an answer of their own, and compare it."""
    return isinstance(item, Reflection) and bool(item.criteria)


def is_acted(item: Item) -> bool:
    """Whether learners make an answer, and do not only recognise it."""
    return is_written(item) or isinstance(item, (Ordering, Matching, ShortText, BranchingCase))


@rule(
    "Q318",
    "error",
    "outcome",
    "an outcome that promises to write, draft, design or audit and whose module sets no reflection with criteria in a lesson or case; "
    "one that promises to direct and sets nothing that is done",
    "Whoever recognises a good sentence has not yet written one.",
    "Biggs (1996), Enhancing Teaching through Constructive Alignment",
)
def only_recognised(judged: tuple[Outcome, Sequence[Item]]) -> Iterator[Found]:
    outcome, items = judged
    lints = [(of(language).lint, outcome.text[language]) for language in LANGUAGES]
    if any(lint.produces.match(text) for lint, text in lints):
        is_done, needed = is_written, WRITTEN
    elif any(lint.directs.match(text) for lint, text in lints):
        is_done, needed = is_acted, ACTED
    else:
        return
    if not any(map(is_done, items)):
        verb, kinds = outcome.text[MAIN].split()[0], ", ".join(sorted({item.type for item in items})) or "nothing"
        yield Found(
            outcome.where("id"),
            f'"{outcome.id}" promises to «{verb}», and the pages of its module ask for it by {kinds}',
            f"set {needed} for it in a lesson, or promise what the questions ask for",
        )
