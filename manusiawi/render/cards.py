"""What to carry away: the two articles at the end of a module, and the pocket cards of all modules."""

from __future__ import annotations

import html

from manusiawi.entries.plan import Module
from manusiawi.ground.catalogue import say
from manusiawi.ground.links import built_link
from manusiawi.model.course import Course
from manusiawi.render.law import law_link


def carried(course: Course, language: str, page: str) -> str:
    """The articles of the module that the page opens or ends, with the way to the cards; nothing on other pages."""
    folder, _, name = page.removesuffix(".md").rpartition("/")
    module = course.modules.get(folder)
    if not module or not module.carry or name not in ("index", module.lessons[-1].slug if module.lessons else ""):
        return ""
    cards = f'<p><a href="{built_link(page, course.names.cards)}">{say(language, "carry-cards")}</a></p>'
    return f"<h2>{say(language, 'carry-title')}</h2>\n{_articles(course, language, page, module)}{cards}\n"


def cards(course: Course, language: str, page: str) -> str:
    """A card for each module that has one."""
    made = (_card(course, language, page, module) for module in course.modules.values() if module.carry)
    return f'<div class="cards">\n{"".join(made)}</div>\n'


def _card(course: Course, language: str, page: str, module: Module) -> str:
    points = "".join(f"<li>{_plain(point[language])}</li>" for point in module.remember)
    said = f"<p><b>{say(language, 'cards-say')}</b> “{_plain(module.say[language])}”</p>\n" if module.say else ""
    return (
        f'<section class="card"><h2>{module.number}. {_plain(module.title[language])}</h2>\n'
        f"{_articles(course, language, page, module)}{said}"
        f"<p><b>{say(language, 'cards-remember')}</b></p>\n<ul>{points}</ul></section>\n"
    )


def _articles(course: Course, language: str, page: str, module: Module) -> str:
    """Each article with what it says, as entries of a list."""
    rows = []
    for entry in module.carry:
        citation = course.citation(entry.law)
        if citation:
            link = law_link(citation, language, lambda found: built_link(page, course.names.law_page(found.instrument.id), found.anchor))
            rows.append(f"<li><b>{link}</b><br>{_plain(entry.text[language])}</li>")
    return f"<ul>{''.join(rows)}</ul>\n"


def _plain(text: str) -> str:
    return html.escape(text, quote=False)
