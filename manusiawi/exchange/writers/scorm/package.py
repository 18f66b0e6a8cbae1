"""Gathers a module's pages, what they refer to and what they load into a SCORM 1.2 package with one unit."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from manusiawi.entries.items import BranchingCase, Item, Reflection, ShortText
from manusiawi.exchange.request import Request
from manusiawi.exchange.writers.scorm.manifest import NAME, manifest
from manusiawi.exchange.writers.scorm.pages import SCRIPT, Surroundings, cut, title_of
from manusiawi.exchange.writers.scorm.table import MASTERY, PackagePage, items_on, table
from manusiawi.exchange.written import Counts, Loss, Written
from manusiawi.ground.archive import zipped
from manusiawi.ground.catalogue import say
from manusiawi.language.known import MAIN, folder
from manusiawi.model.addresses import built
from manusiawi.model.course import Course
from manusiawi.offline.linked import names_in
from manusiawi.render.assets import FOLDER, SHARED, first_script, own_script, web_files
from manusiawi.render.policy import page_policy
from manusiawi.render.progress import module_pages
from manusiawi.render.scripts import CourseNames, names_of

_LOADED = re.compile(r'\sdata-[a-z]+="([^"\s]+\.js)"')
_QUESTION = re.compile(r'<section class="mq" id="([^"]+)" data-mq="([^"]+)"')


def write_scorm(request: Request) -> Written:
    """The package of a module in one language, from the built site; `request.site` is its folder."""
    course, module, language = request.course, request.module, request.languages[0]
    site = Path(request.site or ".") / folder(language)
    texts = _texts(course, module, site)
    order = [path for path in _lessons(course, module) if path in texts]
    pages = [PackagePage(path, title_of(texts[path], course.site.name[language])) for path in order]
    further = [PackagePage(path, title_of(texts[path], course.site.name[language])) for path in sorted(set(texts) - set(order))]
    around = Surroundings(language, pages, further, frozenset(texts))
    names = package_names(course, request.name)
    cuts = {path: cut(_renamed(text, names_of(course), names), path, around) for path, text in texts.items()}
    files = {path: text.encode() for path, (text, _) in cuts.items()}
    script = own_script(SCRIPT, language, names).decode()
    told = json.dumps(table(course, module, language, pages), ensure_ascii=False, separators=(",", ":"))
    files |= _loaded(files, site, language, names) | {f"{FOLDER}/{SCRIPT}": script.replace("SCORM_MODULE", told).encode()}
    held = {folder(language) + path: data for path, data in files.items()} | _shared(names)
    title = f"{say(language, 'module', number=course.modules[module].number)}: {course.modules[module].title[language]}"
    items = items_on(course, module, order)
    judged = any(not isinstance(item, Reflection | BranchingCase) for item in items)
    start = folder(language) + order[0]
    listed = manifest(request.name, title, start, held, MASTERY if judged else None)
    content = zipped({NAME: listed, **dict(sorted(held.items()))})
    found = _found({path: files[path].decode() for path in order}, items)
    losses = [Loss(path, "links to pages that the package does not hold", "their words alone") for path, (_, gone) in cuts.items() if gone]
    losses += [
        Loss(item.id, "what is written in a reflection", "a learning system has no place for it; the page says so and offers to print it")
        for item in items
        if isinstance(item, Reflection)
    ]
    return Written(f"{request.name}.scorm.zip", content, _taken(items), found, tuple(losses))


def package_names(course: Course, name: str) -> CourseNames:
    """The names of the course's scripts in a package: what it keeps on a device begins with the package's own name."""
    names = names_of(course)
    return CourseNames(name, names.titles, names.days)


def _lessons(course: Course, module: str) -> list[str]:
    """The pages of a module that learners see, in their order: its own page, lessons, cases, self-check."""
    return [f"{module}/index.html", *module_pages(course.modules[module]), built(course.names.self_check_of(module))]


def _texts(course: Course, module: str, site: Path) -> dict[str, str]:
    """The module's pages that are built, and those of the law, the facts and the glossary that they refer to."""
    texts = {path: (site / path).read_text("utf-8") for path in _lessons(course, module) if (site / path).is_file()}
    known = {built(course.names.law_page(law.id)) for law in course.law.instruments} if course.law else set()
    known |= {built(course.names.facts), built(course.names.glossary)}
    articles = {path: _article(text).encode() for path, text in texts.items()}
    named = set().union(*names_in(articles).values()) & known
    return texts | {path: (site / path).read_text("utf-8") for path in sorted(named) if (site / path).is_file()}


def _article(text: str) -> str:
    return text[text.find("<article>") : text.find("</article>")]


def _renamed(text: str, before: CourseNames, after: CourseNames) -> str:
    """A page whose one inline script, and the policy that lets it in, hold the package's names."""
    old, new = first_script(before), first_script(after)
    return text.replace(page_policy(old), page_policy(new)).replace(old, new)


def _loaded(pages: Mapping[str, bytes], site: Path, language: str, names: CourseNames) -> dict[str, bytes]:
    """What the pages load, by path: scripts with the package's names, everything else as the site has it."""
    made: dict[str, bytes] = {}
    scripts = {f"{FOLDER}/{name}": data for name, data in web_files(language, names).items() if name.endswith(".js")}
    left = dict(pages)
    while left:
        named = {name for held in names_in(left).values() for name in held}
        named |= {_beside(path, name) for path, data in left.items() if path.endswith(".html") for name in _LOADED.findall(data.decode())}
        named -= {*made, *pages, ""}
        left = {name: scripts[name] if name in scripts else (site / name).read_bytes() for name in named if (site / name).is_file()}
        made |= left
    return made


def _beside(path: str, name: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), name))


def _shared(names: CourseNames) -> dict[str, bytes]:
    """What holds one record for all pages where the package is opened from files."""
    files = web_files(MAIN, names)
    return {f"{FOLDER}/{name}": files[name] for name in (SHARED, "bersama.js")}


def _parts(item: Item) -> int:
    """How many answers a learner can give to parts of an item, scenes of a case and criteria of a reflection among them."""
    if isinstance(item, ShortText):
        return 1 + len(item.mistakes)
    return sum(
        len(getattr(item, name, ())) for name in ("options", "statements", "pairs", "distractors", "steps", "places", "nodes", "criteria")
    )


def _taken(items: Iterable[Item]) -> Counts:
    return sum((Counts(1, _parts(item), _reasons(item)) for item in items), Counts())


def _reasons(item: Item) -> int:
    return 0 if isinstance(item, BranchingCase | Reflection) else _parts(item)


def _found(pages: Mapping[str, str], items: Iterable[Item]) -> Counts:
    """The questions, parts and reasons that stand in the pages of the package as they are read back."""
    known = {item.id for item in items}
    total = Counts()
    for text in pages.values():
        starts = [*_QUESTION.finditer(text)]
        for number, start in enumerate(starts):
            end = starts[number + 1].start() if number + 1 < len(starts) else len(text)
            body, kind = text[start.start() : end], start[2]
            if start[1] in known:
                total += _counted(body, kind)
    return total


def _counted(body: str, kind: str) -> Counts:
    if kind == "branching-case":
        return Counts(1, body.count('<section class="mq-node"'))
    if kind == "reflection":
        return Counts(1, body.partition('class="mq-ticks"')[2].count('type="checkbox"'))
    entries = len(re.findall(r"<li data-(?:o|d|key|accept)\b", body))
    return Counts(1, entries, len(re.findall(r"<li data-(?:o|d|key|accept)\b[^>]*><p class=\"mq-v[^>]*>.*?</p>(?:<p>[^<]*</p>)?<p>", body)))
