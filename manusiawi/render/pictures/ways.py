"""Trees of questions and ways of stations, as lists that a sheet of styles joins with lines."""

from __future__ import annotations

from manusiawi.entries.diagrams import Branch, Tree, Way
from manusiawi.ground.catalogue import say
from manusiawi.render.inline import ItemTexts


def tree(entry: Tree, texts: ItemTexts, anchor: str) -> str:
    """The first question with its answers nested below it."""
    return f'<div class="tree">{_branch(entry.start, texts)}</div>'


def _branch(branch: Branch, texts: ItemTexts) -> str:
    if branch.outcome:
        return f'<p class="tree-end">{texts.inline(branch.outcome[texts.language])}</p>'
    question = f"<p>{texts.inline(branch.question[texts.language])}</p>" if branch.question else ""
    answers = (("tree-yes", branch.if_yes), ("tree-no", branch.if_no))
    ways = "".join(f"<li><b>{say(texts.language, word)}</b>{_branch(below, texts)}</li>\n" for word, below in answers if below)
    return f"{question}\n<ul>\n{ways}</ul>"


def way(entry: Way, texts: ItemTexts, anchor: str) -> str:
    """The stations as a list with numbers."""
    language = texts.language
    stations = "".join(
        f"<li><b>{texts.inline(station.name[language])}</b> {texts.inline(station.text[language])}</li>\n" for station in entry.stations
    )
    return f'<ol class="way">\n{stations}</ol>'
