"""Draws a chart as SVG in the reader's colours, with its table beside it; pygal computes where things stand."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable
from functools import lru_cache

from manusiawi.entries.charts import Bar, Chart
from manusiawi.ground.catalogue import say
from manusiawi.language.numbers import shown
from manusiawi.model.citation import fact_words
from manusiawi.model.course import Course
from manusiawi.render.inline import ItemTexts, item_texts, plain_text

WIDTH = 400  # units of the drawing, which a phone shows about as pixels
BAR = 44  # units of height for each bar with the air around it
MARGIN = 10
LETTER = 8.2  # about the width of a letter at the size that course.css gives
GAP = "–"  # stands where no figure was found


def chart(course: Course, language: str, page: str, name: str) -> str:
    """The chart as a figure: its title, the drawing, the table, the sources."""
    entry = course.charts[name]
    rows = "".join(
        f'<tr><th scope="row">{html.escape(bar.label[language], quote=False)}</th><td>{_figure(bar, language)}</td></tr>\n'
        for bar in entry.bars
    )
    texts = item_texts(course, language, page, entry)
    shows = texts.inline(entry.shows[language])
    title, unit = html.escape(entry.title[language], quote=False), html.escape(entry.unit[language], quote=False)
    heads = f'<th scope="col">{say(language, "chart-what")}</th><th scope="col">{unit}</th>'
    return (
        f'<figure class="chart" id="{entry.id}"><p class="chart-title" id="{entry.id}-judul">{title}</p>\n'
        f"{_drawing(entry, plain_text(shows), language)}\n"
        f'<table class="figures" aria-labelledby="{entry.id}-judul"><thead><tr>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}</tbody></table>\n"
        f"<figcaption>{shows}{sources(texts, entry.facts)}</figcaption></figure>\n"
    )


def sources(texts: ItemTexts, facts: Iterable[str]) -> str:
    """The facts that hold the figures, as links to them; nothing where there are none."""
    course, language = texts.course, texts.language
    links = "; ".join(
        f'<a href="{texts.link(course.names.facts, fact)}">{html.escape(fact_words(course.facts[fact], language), quote=False)}</a>'
        for fact in facts
    )
    return f" {say(language, 'chart-sources')} {links}." if links else ""


def _figure(bar: Bar, language: str) -> str:
    """A figure as the language writes it: 9.443 or 9,443; 33,9 or 33.9."""
    if bar.value is None:
        return say(language, "chart-none")
    return shown(bar.value, language)


def _drawing(entry: Chart, shows: str, language: str) -> str:
    labels = tuple(bar.label[language] for bar in entry.bars)
    figures = tuple(GAP if bar.value is None else shown(bar.value, language) for bar in entry.bars)
    return _svg(labels, tuple(bar.value for bar in entry.bars), figures, f"{entry.title[language]}. {shows}")


@lru_cache(maxsize=64)
def _svg(labels: tuple[str, ...], values: tuple[float | None, ...], figures: tuple[str, ...], told: str) -> str:
    """The bars of pygal without its styles, scripts and date, which would make each build another one."""
    from pygal import HorizontalBar
    from pygal.style import Style

    figured = [value for value in values if value is not None]
    room, end = (15 + max(map(len, words)) * LETTER for words in (labels, figures))
    drawn = HorizontalBar(
        js=(),
        show_legend=False,
        width=WIDTH,
        height=len(labels) * BAR + 2 * MARGIN,
        explicit_size=False,
        disable_xml_declaration=True,
        no_prefix=True,
        print_values=False,
        show_x_labels=False,
        margin=MARGIN,
        margin_left=room,
        margin_right=end,
        spacing=12,
        show_y_labels=False,
        style=Style(font_family="inherit"),
        range=(min(0, *figured), max(0, *figured) or 1),  # zero is always in sight; pygal draws nothing over no range
    )
    drawn.add("", [value or 0 for value in reversed(values)])  # pygal counts from the foot
    tree = etree.fromstring(drawn.render())
    bars = sorted(
        [float(rect.get(name, 0)) for name in ("y", "x", "width", "height")]
        for rect in tree.iter("{http://www.w3.org/2000/svg}rect")
        if "rect" in rect.get("class", "").split()
    )
    plot = next(group for group in tree.iter("{http://www.w3.org/2000/svg}g") if group.get("class") == "plot")
    left, top = map(float, re.findall(r"[\d.]+", plot.get("transform", "")))
    parts = []
    for (y, x, width, height), label, value, words in zip(bars, labels, values, figures, strict=True):
        foot = top + y + height / 2 + 5
        if value is not None:
            parts.append(f'<rect x="{left + x:.1f}" y="{top + y:.1f}" width="{width:.1f}" height="{height:.1f}"/>')
        parts.append(
            f'<text x="{left - 4:.1f}" y="{foot:.1f}" text-anchor="end">{html.escape(label)}</text>'
            f'<text x="{left + x + width + 8:.1f}" y="{foot:.1f}">{html.escape(words)}</text>'
        )
    return (
        f'<svg viewBox="0 0 {WIDTH} {len(labels) * BAR + 2 * MARGIN}" role="img" aria-label="{html.escape(told)}">'
        + "".join(parts)
        + "</svg>"
    )
