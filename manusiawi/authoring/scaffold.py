"""Plans the files of a new module, lesson, item or case: texts from templates, edits of the plan and of the bank."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import yaml

from manusiawi.authoring.edits import Draft, Refused, block_of, tree_of, word_place
from manusiawi.authoring.menus import edit_menus, with_page, with_section
from manusiawi.authoring.yamledit import indented, value_of, with_entry, with_key
from manusiawi.binding.bind import bind
from manusiawi.binding.fields import SLUG
from manusiawi.binding.yamltree import parse_yaml, place
from manusiawi.checks.unwritten import NO_LESSON
from manusiawi.entries.items import ITEM_TYPES, SLUG_WORDS
from manusiawi.entries.plan import CourseFile, Module
from manusiawi.entries.shapes import SHAPES
from manusiawi.ground.faults import Fault, Place, nearest, quoted
from manusiawi.language.known import LANGUAGES, folder
from manusiawi.model.addresses import PageNames

PLAN = "course/course.yml"
PROMISES = "course/promises.txt"
KINDS = {
    "course": ("FOLDER",),
    "module": ("SLUG",),
    "lesson": ("MODULE", "SLUG"),
    "item": ("MODULE", "TYPE", "ID"),
    "case": ("MODULE", "SLUG"),
}
DEVICES = frozenset(["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))])
KEPT_FOLDERS = (
    "assets",
    *(folder(language).rstrip("/") for language in LANGUAGES[1:]),
    PageNames().source_folder,
)  # addresses of the site's own
KEPT_PAGES = ("index", *sorted(name.removesuffix(".md") for name in PageNames().made_in_module), NO_LESSON)


def plan(words: list[str], texts: Mapping[str, str], templates: Mapping[str, str], shape: str = "") -> tuple[dict[str, str], list[Fault]]:
    """The texts to write by their paths, or none with the faults that stand in the way.

    `words` are those after `new`; `texts` holds the plan, the banks, the pages, the menus by path; `templates` by file name; `shape` is
    that of a new lesson.
    """
    try:
        _check_words(words)
        _check_shape(words, shape)
        draft = Draft(list(words), texts, templates, _course(texts), shape)
        _PLANS[words[0]](draft)
        _check_edits(draft)
    except Refused as refused:
        return {}, refused.faults
    return draft.changed, []


def check_words(words: list[str], shape: str = "") -> list[Fault]:
    """What is wrong with the words after `new`, whatever the course holds."""
    try:
        _check_words(words)
        _check_shape(words, shape)
    except Refused as refused:
        return refused.faults
    return []


def _check_words(words: list[str]) -> None:
    kind = words[0] if words else ""
    usage = "; ".join(f"new {name} {form(name)}" for name in ([kind] if kind in KINDS else KINDS))
    if kind not in KINDS:
        likely = nearest(kind, KINDS)
        found = f'nothing new is called "{kind}"' if words else "the command does not say what is new"
        raise Refused(Fault(word_place(words, 0), found, usage, f'write "new {likely}"' if likely else "write one of these"))
    if len(words) != len(KINDS[kind]) + 1:
        missing = KINDS[kind][len(words) - 1 :]
        found = f"the command lacks {' and '.join(missing)}" if missing else f'"{words[len(KINDS[kind]) + 1]}" is one word too many'
        raise Refused(Fault(word_place(words, min(len(words), len(KINDS[kind]) + 1)), found, usage, "write the command in this form"))


def form(kind: str) -> str:
    """What stands behind the name of a kind in the command."""
    return " ".join([*KINDS[kind], *(["--shape SHAPE"] if kind == "lesson" else [])])


def _check_shape(words: list[str], shape: str) -> None:
    """Refuses a lesson without one of the shapes, and anything else with one."""
    where = word_place(words, len(words))
    if words[0] != "lesson":
        if shape:
            raise Refused(Fault(where, f'a {words[0]} has no shape, "{shape}" is given', form(words[0]), "leave --shape out"))
        return
    if shape in SHAPES:
        return
    allowed = "; ".join(f'"{name}", {what}' for name, what in SHAPES.items())
    likely = nearest(shape, SHAPES)
    found = f'no lesson has the shape "{shape}"' if shape else "the command does not say which shape the lesson has"
    raise Refused(
        Fault(where, found, allowed, f"write --shape {likely}" if likely else "add --shape and one of these, one seldom used here")
    )


def _check_edits(draft: Draft) -> None:
    """Refuses an edit after which a file could not be read: an unusual form of YAML that this file does not foresee."""
    for name, text in draft.changed.items():
        if name.endswith(".yml") and parse_yaml(text, name, foreign="/" not in name)[1]:
            raise Refused(
                Fault(
                    Place(name),
                    "nothing can be added to this form of YAML",
                    "fields and lists on lines of their own, lined up with spaces",
                    "write the file in the form of its neighbours",
                )
            )


def _course(texts: Mapping[str, str]) -> CourseFile:
    faults: list[Fault] = []
    course = bind(CourseFile, tree_of(texts, PLAN), PLAN, faults)
    if faults:
        raise Refused(*faults)
    return course


def _module(draft: Draft) -> None:
    slug = _new_name(draft, 1, "module", KEPT_FOLDERS)
    module = draft.modules.get(slug)
    if module and module.lessons:
        waiting = [other.slug for other in draft.course.modules if not other.lessons]
        draft.refuse(
            1,
            f'module "{slug}" has lessons already',
            f"a new name, or a module without lessons: {quoted(waiting) or 'none'}",
            f"write `new lesson {slug} {form('lesson').partition(' ')[2]}`, or choose another name",
        )
    number = module.number if module else max((other.number for other in draft.course.modules), default=0) + 1
    outcome = (
        module.outcomes[0].id
        if module and module.outcomes
        else _free(f"o{number}", [outcome.id for other in draft.course.modules for outcome in other.outcomes])
    )
    titles = module.title if module else _titles(draft)
    for language in LANGUAGES:
        title = titles[language]
        values = {"slug": slug, "number": number, "title_quoted": json.dumps(title, ensure_ascii=False), "title": title}
        _create(draft, f"docs/{language}/{slug}/index.md", _filled(draft, f"module.{language}.md", values))
    item = {"id": _free(slug, _item_ids(draft)), "outcome": outcome, "lesson": NO_LESSON}
    _create(draft, f"quizzes/{slug}.yml", _filled(draft, "bank.yml", {"module": slug}) + _item_text(draft, "single-choice", item))
    _plan_module(draft, module, slug, number, outcome)
    edit_menus(draft, lambda text, menu, word, file: with_section(draft, text, menu, word, slug, number))


def _titles(draft: Draft) -> dict[str, str]:
    """What stands for the title of a new module in each language, until it is written."""
    listed, _ = parse_yaml(_filled(draft, "plan-module.yml", {}), "templates/plan-module.yml")
    title = value_of(listed.value[0], "title") if listed else None
    texts = {language: value_of(title, language) if title else None for language in LANGUAGES}
    return {language: text.value if text else "" for language, text in texts.items()}


def _plan_module(draft: Draft, module: Module | None, slug: str, number: int, outcome: str) -> None:
    """The plan with the module's outcomes; with the module itself where it is new."""
    outcomes = _filled(draft, "plan-outcomes.yml", {"outcome": outcome})
    if not module:
        modules = block_of(value_of(tree_of(draft.texts, PLAN), "modules"), PLAN)
        seed = "  seed: [WRITE WHICH STATEMENTS OF THE SPEECH]\n" if any(other.seed for other in draft.course.modules) else ""
        entry = _filled(draft, "plan-module.yml", {"number": number, "slug": slug}) + seed + "\n".join(indented(outcomes, 2)) + "\n"
        draft.changed[PLAN] = with_entry(draft.texts[PLAN], modules, len(modules.value), entry)
    elif not module.outcomes:
        draft.changed[PLAN] = with_key(draft.texts[PLAN], block_of(module.node, PLAN), ("number", "slug", "title", "seed"), outcomes)


def _lesson(draft: Draft) -> None:
    module = _open_module(draft)
    slug = _new_page_name(draft, module, "lesson")
    for language in LANGUAGES:
        values = {"slug": slug, "module": module.slug}
        _create(draft, f"docs/{language}/{module.slug}/{slug}.md", _filled(draft, f"lesson-{draft.shape}.{language}.md", values))
    entry = _filled(draft, "plan-lesson.yml", {"slug": slug, "outcome": module.outcomes[0].id})
    lessons = value_of(module.node, "lessons")
    draft.changed[PLAN] = (
        with_entry(draft.texts[PLAN], block_of(lessons, PLAN), len(lessons.value), entry)
        if lessons
        else with_key(draft.texts[PLAN], block_of(module.node, PLAN), ("number", "slug", "title", "seed", "outcomes"), "lessons:\n" + entry)
    )
    bank = f"quizzes/{module.slug}.yml"
    waiting = re.sub(rf"(?m)^( *(?:- )?lesson: ){NO_LESSON}(?![\w#-])", rf"\g<1>{slug}", draft.texts.get(bank, ""))
    if waiting != draft.texts.get(bank, ""):
        draft.changed[bank] = waiting
    after = [f"{module.slug}/{name}.md" for name in (module.case, "soal") if name]
    edit_menus(draft, lambda text, menu, word, file: with_page(text, menu, module, slug, after, file))


def _item(draft: Draft) -> None:
    module = _open_module(draft)
    kind = draft.words[2]
    if kind not in ITEM_TYPES:
        likely = nearest(kind, ITEM_TYPES)
        draft.refuse(
            2, f'"{kind}" is no type of question', quoted(ITEM_TYPES), f'write "{likely}"' if likely else "choose one of the types"
        )
    name = _new_name(draft, 3, "question", ())
    _add_item(draft, module, kind, name, module.lessons[-1].slug if module.lessons else module.case or NO_LESSON, 3)


def _case(draft: Draft) -> None:
    module = _open_module(draft)
    slug = _new_page_name(draft, module, "case")
    if module.case:
        draft.refuse(
            1,
            f'module "{module.slug}" has a case already, "{module.case}"',
            "one case a module",
            f"edit docs/id/{module.slug}/{module.case}.md, or write a lesson",
        )
    name = f"{module.slug}-{slug}"
    for language in LANGUAGES:
        values = {"slug": slug, "module": module.slug, "id": name}
        _create(draft, f"docs/{language}/{module.slug}/{slug}.md", _filled(draft, f"case.{language}.md", values))
    _add_item(draft, module, "branching-case", name, f"{slug}#aturan", 2)
    before = ("number", "slug", "title", "seed", "outcomes", "lessons")
    draft.changed[PLAN] = with_key(draft.texts[PLAN], block_of(module.node, PLAN), before, f"case: {slug}\n")
    edit_menus(draft, lambda text, menu, word, file: with_page(text, menu, module, slug, [f"{module.slug}/soal.md"], file))


_PLANS: dict[str, Callable[[Draft], None]] = {"module": _module, "lesson": _lesson, "item": _item, "case": _case}


def _new_name(draft: Draft, index: int, what: str, kept: Iterable[str]) -> str:
    """The word at this place, if it may name something."""
    word = draft.words[index]
    likely = re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-")
    if likely in DEVICES:
        draft.refuse(index, f'Windows keeps "{word}" for a device, and can have no file of that name', SLUG_WORDS, "choose another name")
    if not re.fullmatch(SLUG, word) or word in kept:
        draft.refuse(
            index,
            f'"{word}" cannot name a {what}',
            f"{SLUG_WORDS}{f'; not {quoted(kept)}' if kept else ''}",
            f'write "{likely}"' if likely and likely not in kept else "choose another name",
        )
    return word


def _new_page_name(draft: Draft, module: Module, what: str) -> str:
    slug = _new_name(draft, 2, what, KEPT_PAGES)
    if slug in [*(lesson.slug for lesson in module.lessons), module.case]:
        draft.refuse(
            2,
            f'module "{module.slug}" has "{slug}" already',
            "a name that the module does not have",
            "choose another name, or edit the page",
        )
    return slug


def _open_module(draft: Draft) -> Module:
    """The module that the second word names, if its pages were begun."""
    slug = draft.words[1]
    module = draft.modules.get(slug)
    if not module:
        likely = nearest(slug, draft.modules)
        draft.refuse(
            1,
            f'no module is named "{slug}"',
            f"the names in {PLAN}: {quoted(draft.modules)}",
            f'write "{likely}"' if likely else "name one of these, or begin with `new module SLUG`",
        )
    if f"docs/id/{slug}/index.md" not in draft.texts:
        draft.refuse(1, f'module "{slug}" is only planned', "a module with its first page", f"write `new module {slug}` first")
    if not module.outcomes:
        raise Refused(
            Fault(module.at, f'module "{slug}" has no outcomes', "one outcome or more, which its lessons serve", "add `outcomes:`")
        )
    return module


def _create(draft: Draft, path: str, text: str) -> None:
    if path in draft.texts:
        raise Refused(
            Fault(Place(path), "the file exists already", "a name that has no file yet", "choose another name, or edit this file")
        )
    draft.changed[path] = text


def _filled(draft: Draft, template: str, values: dict[str, Any]) -> str:
    if template not in draft.templates:
        raise Refused(
            Fault(
                Place(f"templates/{template}"),
                "the template does not exist",
                "a file in templates/ for each kind of page, for each type of question",
                "put the file back",
            )
        )
    return _fill(draft.templates[template], values)


def _fill(text: str, values: dict[str, Any]) -> str:
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def _free(stem: str, taken: Iterable[str]) -> str:
    """The stem with the first number that nothing has."""
    number = 1
    while f"{stem}-{number}" in set(taken):
        number += 1
    return f"{stem}-{number}"


def _item_ids(draft: Draft) -> dict[str, Place]:
    """Where each question stands whose id is taken, those that were published and are gone included."""
    lines = draft.texts.get(PROMISES, "").split("\n")
    ids = {line.strip().removeprefix("item "): Place(PROMISES, number) for number, line in enumerate(lines, 1) if line.startswith("item ")}
    for name in draft.texts:
        if name.startswith("quizzes/"):
            items = value_of(tree_of(draft.texts, name), "items")
            for item in items.value if isinstance(items, yaml.SequenceNode) else ():
                value = value_of(item, "id")
                if isinstance(value, yaml.ScalarNode):
                    ids[value.value] = place(value, name)
    return ids


def _item_text(draft: Draft, kind: str, values: dict[str, Any]) -> str:
    return _filled(draft, f"item-{kind}.yml", {**values, "misconception": draft.course.misconceptions[0].id})


def _add_item(draft: Draft, module: Module, kind: str, name: str, lesson: str, index: int) -> None:
    """The bank with one more question at its end."""
    taken = _item_ids(draft)
    if name in taken:
        draft.refuse(
            index, f'the question id "{name}" is taken, at {taken[name]}', "an id that no question ever had", "choose another name"
        )
    bank = f"quizzes/{module.slug}.yml"
    text = _item_text(draft, kind, {"id": name, "outcome": module.outcomes[0].id, "lesson": lesson})
    if bank not in draft.texts:
        draft.changed[bank] = _filled(draft, "bank.yml", {"module": module.slug}) + text
        return
    items = block_of(value_of(tree_of(draft.texts, bank), "items"), bank)
    draft.changed[bank] = with_entry(draft.texts[bank], items, len(items.value), text)
