"""Reads, checks and renders a course as a build does, and says what is wrong with the outcome: a crash, or something lost."""

from __future__ import annotations

import html
import re
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import yaml
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from manusiawi.build.generate import later_assets
from manusiawi.checks.course import check
from manusiawi.checks.unwritten import unwritten
from manusiawi.entries.items import BranchingCase
from manusiawi.ground.faults import CourseFaults, Fault
from manusiawi.language.known import LANGUAGES
from manusiawi.model.course import Course
from manusiawi.model.loading import load_course
from manusiawi.model.marks import MARKS
from manusiawi.render.extension import CourseExtension
from manusiawi.render.pages.all import generated_pages

SLOW = 20.0  # seconds of work for one small course: something grows faster than its input
_CODE = re.compile(r"<(code|pre)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_BARE = re.compile(rf"\[\[(?:{'|'.join(MARKS)})\b")


def judge(root: Path, name: str) -> tuple[str, list[str]]:
    """How a course ends whose file of this name was changed ("faults" or "site"), and every promise that it breaks."""
    start = time.process_time()
    try:
        course = load_course(root)
        faults = [*check(course, root), *unwritten(course, root)]
        broken = [line for fault in faults for line in _misplaced(fault, root)]
        if not faults:
            try:
                broken += [*_lost_words(root / name, name), *_lost_on_pages(course, root, name)]
            except CourseFaults as told:
                faults = list(told.faults)
                broken += [line for fault in faults for line in _misplaced(fault, root)]
    except Exception:  # every kind is what is looked for
        return "crash", [traceback.format_exc(limit=-4)]
    if time.process_time() - start > SLOW:
        broken.append(f"{time.process_time() - start:.0f} seconds")
    return ("faults" if faults else "site"), broken


def _misplaced(fault: Fault, root: Path) -> Iterator[str]:
    """What is wrong with a fault's place or words."""
    path = root / fault.place.file
    if not path.exists() or fault.place.line < 1 or fault.place.column < 1:
        yield f"a fault at no place: {fault}"
    elif path.is_file():
        lines = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 2
        if fault.place.line > lines:
            yield f"a fault below the end of its file: {fault}"
    if not all(re.search(rf"(?m)^    {word}: \S", str(fault)) for word in ("Allowed", "Mend")):
        yield f"a fault that does not say what is allowed and how to mend it: {fault}"


def _lost_words(path: Path, name: str) -> Iterator[str]:
    """Words of a YAML file that no text of its tree holds, and entries of its lists that PyYAML's own reader counts otherwise."""
    if not name.endswith(".yml"):
        return
    text = path.read_text("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    if "\\" in text:
        return  # escapes spell words otherwise
    written = "\n".join(re.sub(r"  # .*", "", line) for line in text.split("\n") if not line.lstrip().startswith("#"))
    tree = " ".join(str(node.value) for node in _scalars(yaml.compose(text, Loader=yaml.SafeLoader)))
    lost = Counter(re.findall(r"\w+", written)) - Counter(re.findall(r"\w+", tree))
    if lost:
        yield f"words of {name} that no text holds: {dict(lost)}"


def _scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif node is not None:
        for child in node.value:
            for one in child if isinstance(child, tuple) else (child,):
                yield from _scalars(one)


def render(course: Course, root: Path, language: str) -> dict[str, str]:
    """The HTML of every page of a language, an author's or made, by its path."""
    texts = {path: page.text for path, page in course.pages[language].items()} | generated_pages(course, language)
    return {path: _rendered(root, language, path, _body(text)) for path, text in texts.items()}


def _body(text: str) -> str:
    return re.sub(r"\A---\n.*?\n---[ \t]*(?:\n|\Z)", "", text, count=1, flags=re.DOTALL)


def _rendered(root: Path, language: str, path: str, text: str) -> str:
    ours = CourseExtension(root=str(root), language=language)
    md = Markdown(extensions=["toc", "attr_list", "admonition", "tables", "md_in_html", ours])
    told = Treeprocessor(md)
    told.file = SimpleNamespace(src_uri=path)  # as MkDocs tells its own processors which page they have
    md.treeprocessors.register(told, "the-page", 0)
    return md.convert(text)


def _lost_on_pages(course: Course, root: Path, name: str) -> Iterator[str]:
    """Marks that stay as they were written; items, options and scenes that are on no page; words of an author that no reader sees."""
    for language in [name.split("/")[1]] if name.startswith("docs/") else LANGUAGES:  # what one language says is on its pages alone
        later_assets(course, root, language)
        pages = render(course, root, language)
        for path, page in pages.items():
            bare = _BARE.search(_CODE.sub("", page))
            if bare:
                yield f"{language}/{path} shows a mark as it stands: {page[bare.start() :][:60]}"
            own = course.pages[language].get(path)
            for word in sorted(_words(_body(own.text)) - _shown(page)) if own else ():
                yield f'{language}/{path} lacks the word "{word}"'
        for item in course.items.values():
            page = pages[course.item_path(item.id)]
            begins = page.count(f'id="{item.id}"')
            if begins != 1:
                yield f"{language}: the item {item.id} stands {begins} times on {course.item_path(item.id)}"
                continue
            parts = [node.title[language] for node in item.nodes] if isinstance(item, BranchingCase) else []
            parts += [option.text[language] for option in getattr(item, "options", ())]
            rest = _shown(page[page.index(f'id="{item.id}"') :])
            for part in parts:
                lost = _words(part) - rest
                if lost:
                    yield f"{language}: the item {item.id} lacks {sorted(lost)} of «{part}»"


def _shown(page: str) -> set[str]:
    """The words of a page's HTML, those of its attributes too."""
    joined = re.sub(r"</?(?:em|strong|b|i|a|code)\b[^>]*>", "", page)
    return {word for text in (joined, page) for word in re.findall(r"[^\W_]+", html.unescape(text))}


def _words(text: str) -> set[str]:
    """The words of an author's Markdown that a reader should see: not those of comments, marks, addresses, attributes, tags."""
    for pattern in (r"(?s)<!--.*?(?:-->|\Z)", r"\[\[[^\]]*\]\]", r"\]\([^)]*\)", r"\]\[[^\]]*\]", r"\{[^}\n]*\}", r"<[^>\n]*>"):
        text = re.sub(pattern, " ", text)
    lines = [line for line in text.split("\n") if not re.match(r"\s*(?:\*?\[[^\]]*\]:|!!!|`{3}|~{3})", line)]
    return set(re.findall(r"[^\W_]{4,}", html.unescape("\n".join(lines))))
