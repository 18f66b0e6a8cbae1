"""Pages that the learner's own record fills in: progress, review, record of learning. Without a script they are lists of links.

What a script will fill is there from the start, as for a learner who has done nothing yet, so that nothing moves when it runs;
the class `ran` hides it where none does.
"""

from __future__ import annotations

import html

from manusiawi.entries.items import Item, Reflection
from manusiawi.entries.plan import Module
from manusiawi.ground.catalogue import say
from manusiawi.ground.links import built_link
from manusiawi.model.course import Course
from manusiawi.model.revision import revisions
from manusiawi.render.inline import item_texts
from manusiawi.render.questions.parts import attributes


def built(path: str) -> str:
    """The address of a built page from the root of its language, as the record names it."""
    return path.removesuffix(".md") + ".html"


def module_pages(module: Module) -> list[str]:
    """The pages of a module that count as read: its lessons, then its cases."""
    return [f"{module.slug}/{slug}.html" for slug in module.page_slugs]


def module_items(course: Course, module: Module) -> list[str]:
    """The questions of a module that are counted: those of its pages, then the main ones of its self-check."""
    core = [item.id for item in course.quiz_items(module.slug)[: module.draw]]
    return [name for name in (*course.set_items(module.slug), *core) if name in course.items and _is_answered(course.items[name])]


def _further(course: Course, module: Module) -> list[str]:
    """The questions of a module that are not counted: further practice."""
    counted_items = set(module_items(course, module))
    return (
        [item.id for item in course.banks[module.slug].items if item.id not in counted_items and not item.forms]
        if module.slug in course.banks
        else []
    )


def _families(course: Course, module: Module) -> list[str]:
    """The families of siblings among a module's questions, each as its ids with a stroke between."""
    items = course.banks[module.slug].items if module.slug in course.banks else ()
    families = ((item.id, *course.siblings[item.id]) for item in items if item.id in course.siblings)
    return list(dict.fromkeys("/".join(sorted(family)) for family in families))


def _is_answered(item: Item) -> bool:
    return not isinstance(item, Reflection) or bool(item.criteria)


def counted(course: Course, module: Module) -> str:
    """The attributes by which the script counts a module's pages and questions: their names, each question's revisions."""
    items = [course.items[name] for name in module_items(course, module)]
    revs = " ".join("/".join(part[3:] for part in revisions(item).split()) for item in items)
    families = attributes(data_families=" ".join(_families(course, module)) or None)
    return (
        f'data-pages="{" ".join(module_pages(module))}" data-items="{" ".join(item.id for item in items)}"'
        f' data-revs="{revs}" data-more="{" ".join(_further(course, module))}"{families}'
    )


def ready(module: Module, language: str) -> str:
    """What is said of a module that was not begun: its lessons and their minutes."""
    low, high = module.span
    return say(language, "ready", count=len(module.lessons), low=low, high=high)


def _title(module: Module, language: str) -> str:
    return f"{module.number}. {html.escape(module.title[language], quote=False)}"


def progress(course: Course, language: str, page: str) -> str:
    """A row for each module, then the mistaken beliefs that answers showed."""
    modules = [module for module in course.modules.values() if module.lessons]
    rows = "".join(
        f"<li {counted(course, module)}>"
        f'<b><a href="{built_link(page, f"{module.slug}/index.md")}">{_title(module, language)}</a></b><br>'
        f'<span class="state">{ready(module, language)}</span>'
        f'<span class="steps ran" aria-hidden="true">{"<span></span>" * len(module_pages(module))}</span></li>\n'
        for module in modules
    )  # the words beside the steps say the same
    total = say(
        language,
        "p-total",
        read=0,
        pages=sum(len(module_pages(module)) for module in modules),
        answered=0,
        items=sum(len(module_items(course, module)) for module in modules),
        right=0,
        judged=0,
        done=0,
        modules=len(modules),
    )
    beliefs = "".join(
        f'<tr data-m="{belief.id}" hidden>'
        f'<th scope="row">{item_texts(course, language, page, belief).inline(belief.text[language])}</th><td></td><td></td></tr>\n'
        for belief in course.misconceptions.values()
    )
    return (
        f'<div class="progress" data-script="progress"><p class="mq-note" aria-live="polite"></p><p class="total ran">{total}</p>'
        f'<p class="due ran">{say(language, "p-none-due")}</p>'
        f'<ol class="rows">{rows}</ol>\n<div class="beliefs" hidden>'
        f'<h2 id="anggapan">{say(language, "beliefs-title")}</h2><p>{say(language, "beliefs-lead")}</p>'
        f'<table class="figures"><thead><tr><th scope="col">{say(language, "beliefs-what")}</th>'
        f'<th scope="col">{say(language, "beliefs-sure")}</th><th scope="col">{say(language, "beliefs-unsure")}</th></tr></thead>\n'
        f"<tbody>\n{beliefs}</tbody></table></div>\n"
        f'<div class="record-tools"></div><p class="noscript">{say(language, "progress-noscript")}</p></div>\n'
    )


def review(course: Course, language: str, page: str) -> str:
    """Every question that can come back, under its module; the script leaves only those that are due."""
    made = ""
    for module in course.modules.values():
        rows = ""
        for item in course.banks[module.slug].items if module.slug in course.banks else ():
            if not item.forms and not isinstance(item, Reflection):
                path = course.item_path(item.id)
                address = built_link(page, path) + f"?ulang#{item.id}"
                stem = item_texts(course, language, page, item).inline(item.stem[language])
                rows += f'<li data-item="{item.id}"{_kin(course, item, path)}><a href="{address}">{stem}</a></li>\n'
        if rows:
            made += f"<section><h2>{_title(module, language)}</h2><ul>{rows}</ul></section>\n"
    return (
        f'<div class="review" data-script="review"><p class="mq-note ran" aria-live="polite">{say(language, "p-no-review")}</p>'
        f'<p class="noscript">{say(language, "review-noscript")}</p>\n{made}</div>\n'
    )


def _kin(course: Course, item: Item, path: str) -> str:
    """The attributes of a question that has siblings: which, and the page that must have been read before it is asked in their place."""
    if item.id not in course.siblings:
        return ""
    is_set = path != course.names.self_check_of(course.item_modules[item.id])
    return attributes(data_siblings=" ".join(course.siblings[item.id]), data_lesson=built(path) if is_set else None)


def record(course: Course, language: str, page: str) -> str:
    """The learner's own statement of what was done, to print; nothing in it is certified."""
    rows = "".join(
        f'<tr {counted(course, module)}><th scope="row">{_title(module, language)}</th>{_zeros(course, module, language)}</tr>\n'
        for module in course.modules.values()
        if module.lessons
    )
    heads = "".join(
        f'<th scope="col">{say(language, name)}</th>' for name in ("record-module", "record-read", "record-answered", "record-right")
    )
    lines = "".join(f'<p class="line">{say(language, name)}</p>' for name in ("record-sign", "record-trainer", "record-date"))
    return (
        f'<div class="record" data-script="record"><p class="noscript">{say(language, "record-noscript")}</p>'
        f'<label class="mq-in" for="nama">{say(language, "record-name")}</label><input id="nama" type="text" autocomplete="name">\n'
        f'<table class="figures"><thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody></table>\n'
        f'<p class="made"></p><div class="record-tests"></div>\n'
        f"<p><b>{say(language, 'record-own')}</b></p>{lines}</div>\n"
    )


def _zeros(course: Course, module: Module, language: str) -> str:
    """A row's cells before anything is recorded."""
    texts = (
        say(language, "p-of", n=0, total=len(module_pages(module))),
        say(language, "p-of", n=0, total=len(module_items(course, module))),
        say(language, "p-of", n=0, total=0),
    )
    return "".join(f'<td><span class="ran">{text}</span></td>' for text in texts)
