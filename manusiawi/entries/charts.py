"""The charts that lessons show: `course/charts.yml`."""

from __future__ import annotations

from dataclasses import dataclass

from manusiawi.binding.fields import SLUG, Entry, Text, spec
from manusiawi.entries.items import SLUG_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar(Entry):
    """One bar of a chart."""

    label: Text = spec("What it stands for; short, since it stands beside the bar.")
    value: float | None = spec("Its figure; left out where no figure was found, and then the chart shows a gap.", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Entry):
    """One chart, with the facts that it draws."""

    id: str = spec("The name that marks use.", pattern=SLUG, pattern_words=SLUG_WORDS)
    title: Text = spec("What is counted, where and when.")
    shows: Text = spec("What the chart shows, in one or two sentences: who does not see it reads this.", markdown="inline")
    unit: Text = spec("What the figures count, as the head of the table's column.")
    bars: tuple[Bar, ...] = spec("The bars, in order.")
    facts: tuple[str, ...] = spec("The ids of the facts that hold the figures, from course/facts.yml.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartFile(Entry):
    """The charts: `course/charts.yml`, which may be missing."""

    charts: tuple[Chart, ...] = spec("The charts.")
