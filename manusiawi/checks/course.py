"""What must hold across the course: names that point somewhere, languages that agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from manusiawi.binding.fields import Entry, Text
from manusiawi.binding.walk import texts_of
from manusiawi.checks.assets import check_assets
from manusiawi.checks.design import check_design
from manusiawi.checks.items import KEPT_NODES, check_item
from manusiawi.checks.promises import check_promises
from manusiawi.checks.unwritten import NO_LESSON
from manusiawi.entries.items import BranchingCase, Item
from manusiawi.ground.faults import Fault, Place, nearest, quoted
from manusiawi.ground.links import is_external, is_safe, target
from manusiawi.language.known import LANGUAGES
from manusiawi.model.addresses import FRAME_IDS, MADE_IDS
from manusiawi.model.course import Course
from manusiawi.model.generated import generated_paths
from manusiawi.model.page import MARK, PageFile
from manusiawi.model.references import links_in

MARK_NAMES = (
    "item",
    "law",
    "fact",
    "chart",
    "outcomes",
    "lessons",
    "modules",
    "start",
    "speech",
    "lens",
    "progress",
    "review",
    "record",
    "search",
    "keep",
    "zip",
)

Anchors = dict[tuple[str, str], set[str]]  # by language and path of the page


def check(course: Course, root: Path) -> list[Fault]:
    """Every fault of the course, those of reading included, in the order of the files."""
    faults = list(course.faults)
    for item in course.items.values():
        faults += check_item(item)
        faults += _item_references(item, course)
    entries: list[tuple[Entry, str]] = [(item, course.item_modules[item.id]) for item in course.items.values()]
    entries += [(term, "") for term in course.terms.values()]
    entries += [(trainer, trainer.module) for trainer in course.trainers.values()]
    entries += [
        (entry, "")
        for entry in (*course.misconceptions.values(), *course.speech.values(), *course.charts.values(), *course.workshops.values())
    ]
    entries += [(course.lens, "")] if course.lens else []
    anchors = known_anchors(course)
    for entry, folder in entries:
        for text in texts_of(entry):
            faults += _text(text, folder, course, anchors, root)
    faults += _item_anchors(course)
    faults += _plan(course)
    faults += check_design(course)
    faults += _pages(course)
    faults += check_promises(course, root)
    faults += check_assets(root)
    return sorted(set(faults))


def _known(name: str, known: Iterable[str], entry: Entry, field: str, what: str, where: str) -> Iterator[Fault]:
    """A fault if the name is not among the known ones; says the nearest."""
    known = list(known)
    if name and name not in known:
        yield _names_nothing(name, known, entry.where(field), what, where)


def _names_nothing(name: str, known: list[str], place: Place, what: str, where: str) -> Fault:
    likely = nearest(name, known)
    listed = quoted(known[:20]) if known else "none so far"
    return Fault(
        place,
        f'no {what} is named "{name}"',
        f"the names in {where}: {listed}{' …' if len(known) > 20 else ''}",
        f'write "{likely}"' if likely else f"name one of these, or add it to {where}",
    )


def _item_references(item: Item, course: Course) -> Iterator[Fault]:
    module = course.modules.get(course.item_modules[item.id])
    if not module:
        return
    yield from _known(
        item.outcome,
        (outcome.id for outcome in module.outcomes),
        item,
        "outcome",
        "outcome",
        f'module "{module.slug}" in course/course.yml',
    )
    for entry, name in item.misconceptions:
        yield from _known(name, course.misconceptions, entry, "misconception", "misconception", "course/course.yml")
    for number, value in enumerate(item.law):
        if value and not course.citation(value) and not course.unread("course/law.yml"):
            yield _no_law(value, course, _in_list(item, "law", number))
    slug, _, anchor = item.lesson.partition("#")
    if slug == NO_LESSON:
        return
    lessons = module.page_slugs
    if slug and slug not in lessons:
        yield from _known(slug, lessons, item, "lesson", "lesson", f'module "{module.slug}" in course/course.yml')
        return
    for language in LANGUAGES:
        page = course.pages[language].get(f"{module.slug}/{slug}.md")
        if anchor and page and anchor not in page.anchors:
            likely = nearest(anchor, page.anchors)
            yield Fault(
                item.where("lesson"),
                f'the lesson docs/{language}/{page.path} has no anchor "{anchor}"',
                quoted(page.anchors),
                f'write "{slug}#{likely}"' if likely else "name one of these anchors, or give a heading this one",
            )


def _item_anchors(course: Course) -> Iterator[Fault]:
    """Questions and the scenes of cases are addresses, so no two may share one, nor take one that a question's page needs."""
    seen: dict[str, Entry] = {}
    for item in course.items.values():
        if item.id in FRAME_IDS | MADE_IDS:
            yield Fault(
                item.where("id"),
                f'the address "{item.id}" belongs to the page around the question',
                f"a name other than {quoted(sorted(FRAME_IDS | MADE_IDS))}",
                "choose another id",
            )
        scenes = (
            [(f"{item.id}-{node.id}", node) for node in item.nodes if node.id not in KEPT_NODES] if isinstance(item, BranchingCase) else []
        )
        for name, entry in [(item.id, item), *((f"{item.id}-{kept}", item) for kept in KEPT_NODES), *scenes]:
            first = seen.setdefault(name, entry)
            if first is not entry:
                yield Fault(
                    entry.where("id"),
                    f'the address "{name}" is taken; first at {first.at}',
                    "each address once in the whole course",
                    "choose another id",
                )


def _in_list(entry: Entry, name: str, number: int) -> Place:
    for key, value in entry.node.value:
        if key.value == name and number < len(value.value):
            mark = value.value[number].start_mark
            return Place(entry.file, mark.line + 1, mark.column + 1)
    return entry.at


def _no_law(reference: str, course: Course, place: Place) -> Fault:
    known = [f"{c.instrument.id} {c.passage.article}" for c in course.citations.values()]
    instrument = reference.split(" ")[0]
    meant = nearest(instrument, {name.split(" ")[0] for name in known})
    same = [name for name in known if name.split(" ")[0] == instrument]
    likely = nearest(reference, same or [name for name in known if name == reference.replace(instrument, meant or "", 1)])
    allowed = (
        f"articles of {instrument} in course/law.yml: {quoted(same)}"
        if same
        else f"the instruments of course/law.yml: {quoted(dict.fromkeys(name.split(' ')[0] for name in known))}"
    )
    return Fault(
        place,
        f'the course has no source for "{reference}"',
        allowed,
        f'write "{likely}", or add the article with its source to course/law.yml'
        if likely
        else "add the article with its source to course/law.yml",
    )


def known_anchors(course: Course) -> dict[tuple[str, str], set[str]]:
    """The anchors of every page, written or generated, by language and path."""
    known: dict[tuple[str, str], set[str]] = {}
    for language in LANGUAGES:
        for path, page in course.pages[language].items():
            known[language, path] = {*page.anchors, *(mark.value for mark in page.marked("item"))}
        for path, anchors in generated_paths(course).items():
            known[language, path] = anchors
    return known


def _text(text: Text, folder: str, course: Course, anchors: Anchors, root: Path) -> Iterator[Fault]:
    """The marks, links and images of one text, in both languages."""
    for language in LANGUAGES:
        words = text[language]
        if "[" not in words:
            continue
        place = text.where(language)
        for mark in MARK.finditer(words):
            yield from _mark(mark[1], mark[2] or "", place, course, ("law", "fact"))
        for is_image, label, address in links_in(MARK.sub("", words)):
            yield from _link(is_image, label, address, language, folder, place, anchors, root)


def _mark(name: str, value: str, place: Place, course: Course, allowed: Iterable[str]) -> Iterator[Fault]:
    allowed = tuple(allowed)
    if name not in allowed:
        likely = nearest(name, allowed)
        yield Fault(
            place,
            f'"[[{name} …]]" is no mark here',
            ", ".join(f"[[{mark} …]]" for mark in allowed),
            f'write "[[{likely} {value}]]"' if likely else "use one of these marks, or remove the double brackets",
        )
    elif name == "law" and not course.citation(value) and not course.unread("course/law.yml"):
        yield _no_law(" ".join(value.split()), course, place)
    elif name == "fact" and value not in course.facts and not course.unread("course/facts.yml"):
        yield _names_nothing(value, list(course.facts), place, "fact", "course/facts.yml")
    elif name == "item" and value not in course.items and not course.unread("quizzes/"):
        yield _names_nothing(value, list(course.items), place, "question", "quizzes/")
    elif name == "chart" and value not in course.charts and not course.unread("course/charts.yml"):
        yield _names_nothing(value, list(course.charts), place, "chart", "course/charts.yml")


def _link(
    is_image: bool, label: str, address: str, language: str, folder: str, place: Place, anchors: Anchors, root: Path
) -> Iterator[Fault]:
    if not is_safe(address):
        yield Fault(
            place,
            f'the address "{address[:60]}" could run a script',
            "relative addresses, https: and mailto:",
            "remove it, or write the address of a page",
        )
        return
    if is_image and not label.strip():
        yield Fault(
            place,
            f'the image "{address}" has no alternative text',
            "![what it shows](address)",
            "say between the brackets what a person who does not see it must know",
        )
    if is_external(address):
        if is_image:
            yield Fault(
                place,
                f'the image "{address[:60]}" lies on another host',
                "images of this site",
                "put the image beside the lessons and name its path",
            )
        return
    path, anchor = target(folder, address)
    if is_image or not path.endswith((".md", "")):
        if not (root / "docs" / language / path).is_file():
            yield Fault(
                place, f"the file docs/{language}/{path} does not exist", "a file beside the lessons", "correct the path, or add the file"
            )
    elif path and (language, path) not in anchors:
        known = sorted(known for tongue, known in anchors if tongue == language)
        likely = nearest(path, known)
        yield Fault(
            place,
            f'no page of the course is "{path}"',
            "a page of docs/, its path seen from the module's folder",
            f'link to "{likely}"' if likely else "correct the path",
        )
    elif path and anchor and anchor not in anchors[language, path]:
        likely = nearest(anchor, anchors[language, path])
        yield Fault(
            place,
            f'the page docs/{language}/{path} has no anchor "{anchor}"',
            quoted(sorted(anchors[language, path])),
            f'write "#{likely}"' if likely else "name one of these anchors",
        )


def _plan(course: Course) -> Iterator[Fault]:
    for bank in course.banks.values():
        yield from _known(bank.module, course.modules, bank, "module", "module", "course/course.yml")
    for trainer in course.trainers.values():
        yield from _known(trainer.module, course.modules, trainer, "module", "module", "course/course.yml")
        for prompt in trainer.prompts:
            yield from _known(prompt.misconception, course.misconceptions, prompt, "misconception", "misconception", "course/course.yml")
    for module in course.modules.values():
        outcomes = [outcome.id for outcome in module.outcomes]
        lessons = [lesson.slug for lesson in module.lessons]
        for lesson in module.lessons:
            for name in lesson.outcomes:
                yield from _known(name, outcomes, lesson, "outcomes", "outcome", f'module "{module.slug}"')
            for name in lesson.needs:
                yield from _known(name, lessons, lesson, "needs", "lesson", f'module "{module.slug}"')
        pages = [
            *((lesson.slug, lesson) for lesson in module.lessons),
            *((slug, module) for slug in module.cases),
            *([("index", module)] if module.lessons else []),
        ]
        for slug, entry in pages:
            for language in LANGUAGES:
                if f"{module.slug}/{slug}.md" not in course.pages[language]:
                    yield Fault(
                        entry.at,
                        f"the page docs/{language}/{module.slug}/{slug}.md does not exist",
                        "a page in both languages for each lesson of the plan",
                        "write the page, or take the lesson out of course/course.yml",
                    )


def _pages(course: Course) -> Iterator[Fault]:
    seen_items: dict[tuple[str, str], Place] = {}
    for language in LANGUAGES:
        other = LANGUAGES[1 - LANGUAGES.index(language)]
        for path, page in course.pages[language].items():
            if path not in course.pages[other]:
                yield Fault(
                    Place(f"docs/{language}/{path}"),
                    f"the page is missing in docs/{other}/",
                    "every page in both languages, under the same name",
                    f"write docs/{other}/{path}",
                )
            for mark in page.marks:
                yield from _mark(mark.name, mark.value, mark.place, course, MARK_NAMES)
                if mark.name not in ("law", "fact") and not mark.alone:
                    yield Fault(
                        mark.place,
                        f'"[[{mark.name} …]]" stands inside a line',
                        "this mark on a line of its own",
                        "put empty lines before and after it",
                    )
            for mark in page.marked("item"):
                if mark.value in page.anchors:
                    yield Fault(
                        mark.place,
                        f'question "{mark.value}" has the name of an anchor of this page',
                        "each address once on a page",
                        "give the new one of the two another name",
                    )
                first = seen_items.setdefault((language, mark.value), mark.place)
                if first != mark.place and mark.value in course.items:
                    yield Fault(
                        mark.place,
                        f'question "{mark.value}" is set twice; first at {first}',
                        "each question in one place",
                        "set another question here",
                    )
                folder = path.rpartition("/")[0]
                home = course.item_modules.get(mark.value)
                if home and folder != home:
                    yield Fault(
                        mark.place,
                        f'question "{mark.value}" belongs to module "{home}"',
                        "questions of the page's own module",
                        f"set it in a lesson of {home}/, or move it to quizzes/{folder or home}.yml",
                    )
            yield from _headings(page, course, language, other)


def _headings(page: PageFile, course: Course, language: str, other: str) -> Iterator[Fault]:
    """Anchors are addresses: written out, each once, the same in both languages."""
    for heading in page.headings:
        if heading.level > 1 and not heading.anchor:
            yield Fault(
                heading.place,
                f'the heading "{heading.text}" has no anchor',
                "## Heading {#anchor}, the same anchor in both languages",
                "add {#…} with small letters and hyphens; it never changes later",
            )
    seen: set[str] = set()
    for heading in page.headings:
        if heading.anchor in FRAME_IDS:
            yield Fault(
                heading.place,
                f'the anchor "{heading.anchor}" belongs to the page around the text',
                f"a name other than {quoted(sorted(FRAME_IDS))}",
                "choose another name",
            )
        if heading.anchor and heading.anchor in seen:
            yield Fault(heading.place, f'the anchor "{heading.anchor}" stands twice', "each anchor once on a page", "choose another name")
        seen.add(heading.anchor)
    twin = course.pages[other].get(page.path)
    if twin and language == "en" and twin.anchors != page.anchors:
        missing = [anchor for anchor in twin.anchors if anchor not in page.anchors]
        extra = [anchor for anchor in page.anchors if anchor not in twin.anchors]
        yield Fault(
            Place(f"docs/{language}/{page.path}"),
            f"the anchors differ from docs/{other}/{page.path}: missing {quoted(missing) or 'none'}, additional {quoted(extra) or 'none'}",
            "the same anchors in the same order in both languages",
            "give both pages the same headings and anchors",
        )
    for name in ("item", "law", "fact"):
        if twin and language == "en" and sorted(m.value for m in twin.marked(name)) != sorted(m.value for m in page.marked(name)):
            ours, theirs = {m.value for m in page.marked(name)}, {m.value for m in twin.marked(name)}
            if ours != theirs:
                yield Fault(
                    Place(f"docs/{language}/{page.path}"),
                    f"the [[{name}]] marks differ from docs/{other}/{page.path}: missing {quoted(sorted(theirs - ours)) or 'none'}, "
                    f"additional {quoted(sorted(ours - theirs)) or 'none'}",
                    "the same marks in both languages",
                    "set the same marks on both pages",
                )
