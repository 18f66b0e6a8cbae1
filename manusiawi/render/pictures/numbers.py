"""Numbers as bars, or as lines from before to after; each stands in a table too, as the language writes it."""

from __future__ import annotations

import html

from manusiawi.binding.fields import Text
from manusiawi.entries.diagrams import Bars, Slope
from manusiawi.ground.catalogue import say
from manusiawi.language.numbers import shown
from manusiawi.render.inline import ItemTexts

LEFT, RIGHT, HEIGHT, MARGIN = 90, 210, 170, 16  # of the drawing of slopes: the two columns, and the air above and below
GAP = 17  # between two lines of letters
TOP = 30.0  # where the highest of them may stand, below the heads


def bars(entry: Bars, texts: ItemTexts, anchor: str) -> str:
    """A table in which a bar stands below each number."""
    language, most = texts.language, max(row.value for row in entry.rows) or 1
    rows = "".join(
        f'<tr><th scope="row">{_plain(row.label, language)}</th><td>{shown(row.value, language)}'
        '<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{100 * row.value / most:.3g}" height="10"/></svg></td></tr>\n'
        for row in entry.rows
    )
    heads = f'<th scope="col">{say(language, "chart-what")}</th><th scope="col">{_plain(entry.unit, language)}</th>'
    return _table("figures bars", anchor, heads, rows)


def slope(entry: Slope, texts: ItemTexts, anchor: str) -> str:
    """A line for each row between its two numbers, named by a letter; the table says the same, so voices leave the drawing out."""
    language = texts.language
    heads = "".join(f'<th scope="col">{words}</th>' for words in (_plain(entry.unit, language), *_columns(entry, language)))
    rows = "".join(
        f'<tr><th scope="row">{letter}. {_plain(row.label, language)}</th><td>{shown(row.before, language)}</td>'
        f"<td>{shown(row.after, language)}</td></tr>\n"
        for letter, row in zip("ABCDEF", entry.rows, strict=False)
    )
    return f"{_lines(entry, language)}\n{_table('figures', anchor, heads, rows)}"


def _table(name: str, anchor: str, heads: str, rows: str) -> str:
    return f'<table class="{name}" aria-labelledby="{anchor}-judul"><thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody></table>'


def _plain(text: Text, language: str) -> str:
    return html.escape(text[language], quote=False)


def _columns(entry: Slope, language: str) -> tuple[str, str]:
    return _plain(entry.before, language), _plain(entry.after, language)


def _lines(entry: Slope, language: str) -> str:
    every = [number for row in entry.rows for number in (row.before, row.after)]
    low, high = min(0, *every), max(every)
    scale = (HEIGHT - 3 * MARGIN) / (high - low or 1)

    def height(number: float) -> float:
        return HEIGHT - MARGIN - (number - low) * scale

    drawn = "".join(
        f'<line x1="{LEFT}" y1="{height(row.before):.4g}" x2="{RIGHT}" y2="{height(row.after):.4g}"/>'
        f'<circle cx="{LEFT}" cy="{height(row.before):.4g}" r="4"/><circle cx="{RIGHT}" cy="{height(row.after):.4g}" r="4"/>'
        for row in entry.rows
    )
    before, after = _columns(entry, language)
    drawn = f'<path d="M{LEFT} 22V{height(low):.4g}M{RIGHT} 22V{height(low):.4g}"/>{drawn}'
    words = f'<text x="{LEFT + 6}" y="12" text-anchor="end">{before}</text><text x="{RIGHT - 6}" y="12">{after}</text>'
    for x, end, numbers in (
        (LEFT - 10, ' text-anchor="end"', [row.before for row in entry.rows]),
        (RIGHT + 10, "", [row.after for row in entry.rows]),
    ):
        letters = [f"{letter} {shown(number, language)}" for letter, number in zip("ABCDEF", numbers, strict=False)]
        places = apart([height(number) + 5 for number in numbers])
        words += "".join(f'<text x="{x}" y="{y:.4g}"{end}>{text}</text>' for y, text in zip(places, letters, strict=True))
    return f'<svg class="slope" viewBox="0 0 300 {HEIGHT + MARGIN}" aria-hidden="true">{drawn}{words}</svg>'


def apart(places: list[float]) -> list[float]:
    """The heights at which words stand that would cover each other at their own: as near to these as the gap and the drawing let them."""
    order = sorted(range(len(places)), key=lambda place: (places[place], place))
    moved = dict[int, float]()
    below = HEIGHT + MARGIN - 4.0 + GAP
    for place in reversed(order):
        below = moved[place] = min(places[place], below - GAP)
    above = TOP - GAP
    for place in order:
        above = moved[place] = max(moved[place], above + GAP)
    return [moved[place] for place in range(len(places))]
