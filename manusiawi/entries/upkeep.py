"""What maintainers decide: addresses that moved, levels of the linter, exceptions from it."""

from __future__ import annotations

from dataclasses import dataclass

from manusiawi.binding.fields import SLUG, Entry, spec

PAGE = rf"(?:{SLUG}/)*{SLUG}\.html(?:#[A-Za-z0-9_-]+)?"  # below the folder of a language


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect(Entry):
    """The way from an address that is gone to the one that took its place."""

    old: str = spec(
        "The address as course/promises.txt has it: a page, a page and its anchor, or `item` and a question's id.",
        pattern=rf"item {SLUG}|{PAGE}",
        pattern_words="loket/lama.html, loket/lama.html#bagian, or item and an id",
    )
    new: str = spec(
        "The address that took its place, in the same form; never an item.",
        pattern=PAGE,
        pattern_words="loket/baru.html, or loket/baru.html#bagian",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectFile(Entry):
    """Addresses that moved: `course/redirects.yml`, which may be missing."""

    redirects: tuple[Redirect, ...] = spec("From old to new.", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class LintLevel(Entry):
    """A rule of the item linter whose level this course changes."""

    rule: str = spec("The rule's id, as in Q211.", pattern=r"[A-Z]{1,2}\d{3}b?", pattern_words="a letter or two, then three digits")
    level: str = spec("Its level here.", values=("error", "warning", "hint", "off"))
    reason: str = spec("Why, in a sentence.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LintException(Entry):
    """One item that may break one rule."""

    rule: str = spec("The rule's id, as in Q211.", pattern=r"[A-Z]{1,2}\d{3}b?", pattern_words="a letter or two, then three digits")
    item: str = spec("The item's id, the page's path, or the name of the translated text.")
    reason: str = spec("Why, in a sentence.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LintFile(Entry):
    """What this course decides about the item linter: `course/lint.yml`, which may be missing."""

    levels: tuple[LintLevel, ...] = spec("Levels that differ from the rules' own.", default=())
    exceptions: tuple[LintException, ...] = spec("Items that may break a rule.", default=())
