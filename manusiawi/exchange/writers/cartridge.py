"""Writes a module as a Common Cartridge 1.1: its pages and one quiz in a file that Moodle, Canvas and Blackboard take."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Sequence

from manusiawi.entries.items import BranchingCase
from manusiawi.exchange.outward import questions_of
from manusiawi.exchange.question import Question
from manusiawi.exchange.readers.qti12 import read_assessment
from manusiawi.exchange.request import Request
from manusiawi.exchange.writers.book import document, pages_of, published
from manusiawi.exchange.writers.chapter import Around, chapter, heading
from manusiawi.exchange.writers.parted import parted
from manusiawi.exchange.writers.qti12 import PROFILES, assessment
from manusiawi.exchange.writers.walk import walk
from manusiawi.exchange.written import Loss, Written, counted
from manusiawi.ground.archive import zipped
from manusiawi.ground.catalogue import say
from manusiawi.language.numbers import plain
from manusiawi.model.addresses import built

CARTRIDGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
LOM = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
_QUIZ = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"


def write_cartridge(request: Request) -> Written:
    """The cartridge of a module in one language, from its built pages and its bank."""
    language = request.languages[0]
    title = request.course.modules[request.module].title[language]
    taken = questions_of(request.course, request.module, language)
    held, losses = _held(taken)
    quiz = assessment(f"{request.name}-quiz", title, held)
    quiz_page = built(request.course.names.self_check_of(request.module))
    pages = {path: text for path, text in pages_of(request).items() if path != quiz_page}
    files = {path: f"pages/{number:02}-{path.rpartition('/')[2]}" for number, path in enumerate(pages, 1)}
    beside = {path: name.rpartition("/")[2] for path, name in files.items()}
    made: dict[str, bytes] = {}
    for path, text in pages.items():
        body = chapter(text, Around(path, beside, published(request), folds=False), lambda name: _in_quiz(request, name))
        made[files[path]] = document(language, heading(text), body).encode()
        if "<svg" in text:
            losses.append(Loss(path, "drawings", "left out; the words beside them say what they show"))
    found = counted(read_assessment(quiz.decode(), "quiz.xml", language).questions)
    titles = [(name, heading(pages[path])) for path, name in files.items()]
    manifest = _manifest(request.name, title, language, titles, say(language, "self-check"))
    content = zipped({"imsmanifest.xml": manifest, **made, "quiz/quiz.xml": quiz})
    return Written(f"{request.name}.imscc", content, counted(taken), found, tuple(losses))


def _held(questions: Sequence[Question]) -> tuple[list[Question], list[Loss]]:
    """What the profile holds of the questions, and what becomes of the rest."""
    held: list[Question] = []
    losses: list[Loss] = []
    for question in questions:
        parts, told = parted(question)
        losses += told
        if parts[0].type not in PROFILES:
            losses.append(Loss(question.ref, f"{question.type}, which the profile does not know", "left out", counted(parts)))
            continue
        held += parts
        if question.type == "inspection":
            losses.append(Loss(question.ref, "an inspection", "it is a question with several right options, without its drawing"))
        if question.tolerance:
            losses.append(Loss(question.ref, f"the tolerance {plain(question.tolerance)}", "the number alone counts"))
        if question.criteria:
            losses.append(Loss(question.ref, "criteria to tick", "they stand in the feedback"))
        if any(entry.misconception for entry in (*question.options, *question.distractors, *question.mistakes)):
            losses.append(Loss(question.ref, "which option shows which belief", "left out"))
    return held, losses


def _in_quiz(request: Request, name: str) -> str:
    """What a page says in place of a question; a case stands there as a text to walk through."""
    item = request.course.items[name]
    language = request.languages[0]
    if isinstance(item, BranchingCase):
        return walk(request.course, item, language)
    return f"<p><em>{say(language, 'in-quiz')}</em></p>\n"


def _manifest(identifier: str, title: str, language: str, pages: Sequence[tuple[str, str]], quiz: str) -> bytes:
    root = etree.Element("manifest", {"xmlns": CARTRIDGE, "xmlns:lom": LOM, "identifier": identifier})
    about = etree.SubElement(root, "metadata")
    etree.SubElement(about, "schema").text = "IMS Common Cartridge"
    etree.SubElement(about, "schemaversion").text = "1.1.0"
    general = etree.SubElement(etree.SubElement(about, "lom:lom"), "lom:general")
    etree.SubElement(etree.SubElement(general, "lom:title"), "lom:string", language=language).text = title
    etree.SubElement(general, "lom:language").text = language
    organization = etree.SubElement(
        etree.SubElement(root, "organizations"), "organization", identifier="course", structure="rooted-hierarchy"
    )
    top = etree.SubElement(organization, "item", identifier="root")
    module = etree.SubElement(top, "item", identifier="module")
    etree.SubElement(module, "title").text = title
    resources = etree.SubElement(root, "resources")
    entries = [(path, name, "webcontent") for path, name in pages] + [("quiz/quiz.xml", quiz, _QUIZ)]
    for number, (path, name, kind) in enumerate(entries, 1):
        item = etree.SubElement(module, "item", identifier=f"item-{number}", identifierref=f"resource-{number}")
        etree.SubElement(item, "title").text = name
        href = {"href": path} if kind == "webcontent" else {}
        resource = etree.SubElement(resources, "resource", {"identifier": f"resource-{number}", "type": kind, **href})
        etree.SubElement(resource, "file", href=path)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="unicode").encode() + b"\n"
