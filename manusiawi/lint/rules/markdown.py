"""Faults of Markdown, found by pymarkdownlnt (rules MD001 to MD045)."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from manusiawi.lint.pageview import PageView
from manusiawi.lint.rule import Found, rule

if TYPE_CHECKING:
    from pymarkdown.api import PyMarkdownApi

# rule: what it finds, why, how to mend it
MARKDOWN_RULES = {
    "MD001": (
        "a heading that skips a level",
        "Who moves by headings takes a missing level for a missing part.",
        "go down one level at a time",
    ),
    "MD009": ("spaces at the end of a line", "Nobody sees them, and two of them break the line.", "remove the spaces"),
    "MD012": ("several blank lines in a row", "One blank line parts paragraphs; more are noise in a comparison.", "leave one blank line"),
    "MD025": ("a second heading of the first level", "A page has one title.", "make it a heading of the second level"),
    "MD034": (
        "a bare address",
        "Read aloud, an address is a row of letters, and not every builder makes a link of it.",
        "write [words](address)",
    ),
    "MD042": (
        "a link that leads nowhere",
        "A link without an address disappoints whoever opens it.",
        "write the address, or take the link away",
    ),
    "MD045": (
        "an image without an alternative text",
        "Who does not see the image learns nothing of it.",
        "say in the square brackets what the image tells",
    ),
}


Hit = tuple[str, int, int, str]  # rule, line, column, words; "MD000" where the linter cannot read the page
_known: dict[str, tuple[Hit, ...]] = {}


def scan(source: str) -> tuple[Hit, ...]:
    """What pymarkdownlnt says of a page."""
    if source not in _known:
        _scan_new([source])
    return _known[source]


def scan_all(sources: Iterable[str]) -> None:
    """Scans the pages not seen before, in one run: a run for each page takes a fifth longer. What is known of other texts is forgotten."""
    wanted = dict.fromkeys(sources)
    for source in [source for source in _known if source not in wanted]:
        del _known[source]
    _scan_new([source for source in wanted if source not in _known])


def _scan_new(new: list[str]) -> None:
    if not new:
        return
    from pymarkdown.api import PyMarkdownApiException  # a fifth of a second, spent only where pages are checked

    handlers = list(logging.getLogger().handlers)
    try:
        _known.update(zip(new, _run(new), strict=True))
    except PyMarkdownApiException as problem:
        if len(new) == 1:
            _known[new[0]] = (("MD000", 1, 1, " ".join(str(problem).split())),)
        else:  # one page stopped the run; alone, each shows whether it is the one
            for source in new:
                _scan_new([source])
    finally:
        logging.getLogger().handlers[:] = handlers


def _run(sources: list[str]) -> list[tuple[Hit, ...]]:
    """One run of the linter, which reads from files."""
    hits: list[list[Hit]] = [[] for _ in sources]
    with TemporaryDirectory() as folder:
        for number, source in enumerate(sources):
            (Path(folder) / f"{number}.md").write_text(source, "utf-8", newline="\n")
        with _tokens_of_few_words():
            result = _linter().scan_path(folder)
    if result.critical_errors:
        raise _linter_failed(result.critical_errors)
    for hit in result.scan_failures:
        hits[int(Path(hit.scan_file).stem)].append(
            (hit.rule_id, hit.line_number, hit.column_number, f"{hit.rule_description}{hit.extra_error_information or ''}".strip())
        )
    return [tuple(sorted(found, key=lambda hit: hit[1:3])) for found in hits]


@contextmanager
def _tokens_of_few_words() -> Iterator[None]:
    """Lets the linter's tokens show themselves as `[…]` in lists.

    At each line it writes the list of all tokens of the page so far into a message for its own developers, even where no log is
    kept: with a page's length squared, half of its time. What it finds comes from the tokens' fields, never from that list.
    """
    from pymarkdown.tokens.markdown_token import MarkdownToken

    shown = MarkdownToken.__repr__
    MarkdownToken.__repr__ = lambda token: "[…]"  # type: ignore[method-assign]
    try:
        yield
    finally:
        MarkdownToken.__repr__ = shown  # type: ignore[method-assign]


def _linter() -> PyMarkdownApi:
    """The linter with our rules alone."""
    from pymarkdown.api import PyMarkdownApi

    linter = PyMarkdownApi(inherit_logging=True).disable_rule_by_identifier("*")
    for name in MARKDOWN_RULES:
        linter = linter.enable_rule_by_identifier(name)
    return (
        linter.set_boolean_property("extensions.front-matter.enabled", True)
        .set_boolean_property("extensions.linter-pragmas.enabled", False)  # exceptions stand in course/lint.yml
        .set_integer_property("plugins.md009.br_spaces", 0)
        .set_string_property("plugins.md025.front_matter_title", "-")
    )  # our title stands in both places


def _linter_failed(errors: Iterable[str]) -> Exception:
    from pymarkdown.api import PyMarkdownApiException

    return PyMarkdownApiException("; ".join(map(str, errors)))


def _judge(name: str, mend: str) -> Callable[[PageView], Iterator[Found]]:
    """A rule's function that picks the rule's own hits from the scan of a page."""

    def judge(view: PageView) -> Iterator[Found]:
        for hit, line, column, words in scan(view.source):
            if hit == name:
                yield Found(view.place(line, column - 1), words[:1].lower() + words[1:], mend)

    return judge


rule("MD000", "error", "page", "a page that pymarkdownlnt cannot read", "What cannot be read cannot be checked.", "pymarkdownlnt")(
    _judge("MD000", "look for what is unusual here; an exception in course/lint.yml leaves the page out")
)
for _name, (_finds, _why, _mend) in MARKDOWN_RULES.items():
    rule(_name, "error", "page", _finds, _why, f"pymarkdownlnt {_name}")(_judge(_name, _mend))
