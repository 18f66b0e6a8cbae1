"""Lists that the course makes of its plan: outcomes, lessons, modules."""

from __future__ import annotations

import html

from manusiawi.entries.plan import MINUTES_AROUND, Module
from manusiawi.ground.catalogue import say
from manusiawi.ground.links import built_link
from manusiawi.language.known import other
from manusiawi.model.course import Course
from manusiawi.render.inline import item_texts
from manusiawi.render.progress import counted, ready


def outcomes(course: Course, language: str, page: str) -> str:
    """Where the reader is, what they can do afterwards, how long it takes, what to read first."""
    folder, _, name = page.removesuffix(".md").rpartition("/")
    module = course.modules.get(folder)
    if not module:
        return ""
    found = course.lesson(page)
    number = say(language, "module", number=module.number)
    wanted = [outcome.id for outcome in module.outcomes]
    facts = []
    if found:
        lesson = found[1]
        wanted = list(lesson.outcomes)
        place = say(
            language,
            "place",
            module=number,
            title=_module_link(module, language, page),
            n=module.lessons.index(lesson) + 1,
            total=len(module.lessons),
        )
        facts.append(_minutes(lesson.minutes, lesson.minutes, language))
        if lesson.needs:
            facts.append(
                f"{say(language, 'needs')} " + ", ".join(_page_link(course, language, page, f"{folder}/{slug}.md") for slug in lesson.needs)
            )
    elif name in module.cases:
        place = say(language, "place-case", module=number, title=_module_link(module, language, page))
    else:
        place = number
        low, high = module.span
        facts.append(say(language, "minutes", low=low, high=high))
    listed = "".join(f"<li>{html.escape(outcome.text[language], quote=False)}</li>" for outcome in module.outcomes if outcome.id in wanted)
    return (
        f'<div class="head"><p class="place">{place}</p>\n<p>{say(language, "outcomes-lead")}</p>\n<ul>{listed}</ul>'
        + "".join(f"\n<p>{fact}</p>" for fact in facts)
        + "</div>"
    )


def _minutes(low: int, high: int, language: str) -> str:
    return say(language, "minutes", low=max(low - MINUTES_AROUND, 1), high=high + MINUTES_AROUND)


def _module_link(module: Module, language: str, page: str) -> str:
    return f'<a href="{built_link(page, f"{module.slug}/index.md")}">{html.escape(module.title[language], quote=False)}</a>'


def _page_link(course: Course, language: str, page: str, path: str) -> str:
    head = course.pages[language][path].head
    return f'<a href="{built_link(page, path)}">{html.escape(head.title, quote=False)}</a>'


def lessons(course: Course, language: str, page: str) -> str:
    """The lessons of the page's module with their minutes, then its case and its self-check."""
    module = course.modules.get(page.rpartition("/")[0])
    if not module:
        return ""
    rows = []
    for lesson in module.lessons:
        path = f"{module.slug}/{lesson.slug}.md"
        rows.append(
            _row(
                _page_link(course, language, page, path),
                course.pages[language][path].head.description,
                _minutes(lesson.minutes, lesson.minutes, language),
            )
        )
    for slug in module.cases:
        path = f"{module.slug}/{slug}.md"
        rows.append(_row(_page_link(course, language, page, path), course.pages[language][path].head.description, say(language, "case")))
    count = len(course.quiz_items(module.slug))
    if count:
        link = f'<a href="{built_link(page, course.names.self_check_of(module.slug))}">{say(language, "self-check")}</a>'
        rows.append(_row(link, say(language, "self-check-say", count=count)))
    return f'<ol class="rows">{"".join(rows)}</ol>'


def path(course: Course, language: str, page: str, value: str) -> str:
    """Some lessons in the order to read them, each with its minutes, and how long all of them take."""
    planned = [(f"{name}.md", course.lesson(f"{name}.md")) for name in value.split()]
    minutes = [found[1].minutes for _, found in planned if found]
    rows = "".join(
        _row(_page_link(course, language, page, name), "", _minutes(each, each, language))
        for (name, _), each in zip(planned, minutes, strict=True)
    )
    return f'<ol class="rows path">{rows}</ol>\n<p>{say(language, "path-total", count=len(minutes), minutes=sum(minutes))}</p>\n'


def modules(course: Course, language: str, page: str) -> str:
    """The modules of the course, each with what it brings and its state in words."""
    rows = []
    for module in course.modules.values():
        title = f"{module.number}. {html.escape(module.title[language], quote=False)}"
        if module.lessons:
            title = f'<a href="{built_link(page, f"{module.slug}/index.md")}">{title}</a>'
            brings = "; ".join(outcome.text[language] for outcome in module.outcomes)
            rows.append(
                _row(
                    title,
                    f"{brings[:1].upper()}{brings[1:]}." if brings else "",
                    ready(module, language),
                    counted(course, module),
                    module.motif,
                )
            )
        else:
            rows.append(_row(title, "", say(language, "being-written")))
    return f'<ol class="rows">{"".join(rows)}</ol>'


def start(course: Course, language: str, page: str) -> str:
    """The one button of the home page: the first lesson, or where the learner was."""
    first = next((f"{module.slug}/index.md" for module in course.modules.values() if module.lessons), "")
    if not first:
        return ""
    begin = f'<a class="md-button md-button--primary" href="{built_link(page, first)}">{say(language, "start")}</a>'
    own = f'<p class="due ran"><a href="{built_link(page, course.names.progress)}">{say(language, "see-progress")}</a></p>'
    return f'<div class="resume">{begin}{own if course.names.progress in course.pages[language] else ""}</div>\n'


def _row(title: str, description: str, state: str = "", data: str = "", motif: str = "") -> str:
    drawing = f'<svg class="motif" viewBox="0 0 24 24" aria-hidden="true"><path d="{motif}"/></svg>' if motif else ""
    parts = [
        f"<b>{title}</b>",
        *([html.escape(description, quote=False)] if description else []),
        *([f'<span class="state">{state}</span>'] if state else []),
    ]
    drawn = ' class="drawn"' if motif else ""
    return f"<li{drawn}{' ' if data else ''}{data}>{drawing}{'<br>'.join(parts)}</li>\n"


def term(course: Course, language: str, page: str, name: str) -> str:
    """A word of the glossary in the other language, then its meaning."""
    entry, twin = course.terms[name], other(language)
    meaning = item_texts(course, language, page, entry).inline(entry.meaning[language])
    return f'<p>(<em lang="{twin}">{html.escape(entry.term[twin], quote=False)}</em>) {meaning}</p>'
