"""A case with ways to choose as a text to walk through: each scene with links to those that its choices lead to."""

from __future__ import annotations

from manusiawi.entries.items import BranchingCase
from manusiawi.exchange.outward import unmarked
from manusiawi.exchange.texts import ExchangeTexts
from manusiawi.ground.catalogue import say
from manusiawi.model.course import Course


def walk(course: Course, case: BranchingCase, language: str) -> str:
    """The whole case as HTML with an anchor a scene."""
    texts = ExchangeTexts(language)

    def block(text: str) -> str:
        return texts.block(unmarked(course, language, text))

    def inline(text: str) -> str:
        return texts.inline(unmarked(course, language, text))

    titles = {node.id: node.title[language] for node in case.nodes}
    made = [f"<p><strong>{inline(case.stem[language])}</strong></p>"]
    if case.scenario:
        made.insert(0, block(case.scenario[language]))
    for node in case.nodes:
        made.append(f'<h3 id="{case.id}-{node.id}">{inline(node.title[language])}</h3>\n{block(node.text[language])}')
        if node.choices:
            rows = "".join(
                f"<li>{inline(choice.text[language])} "
                f'<a href="#{case.id}-{choice.to}">{say(language, "leads-to", title=inline(titles[choice.to]))}</a></li>\n'
                for choice in node.choices
            )
            made.append(f"<p>{say(language, 'choices-here')}</p>\n<ul>{rows}</ul>")
        if node.ending:
            made.append(f"<p><strong>{say(language, 'ending')}</strong></p>\n{block(node.ending[language])}")
    return "\n".join(made) + "\n"
