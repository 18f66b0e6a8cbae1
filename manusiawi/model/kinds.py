"""The table of course files: where each kind stands, what it is bound to, where the course keeps it, where its texts are read.

The loader, the checks, the schemas, the reference page and the record of translations read this table; nothing else lists the files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from manusiawi.binding.fields import Entry
from manusiawi.binding.walk import texts_of
from manusiawi.entries.charts import ChartFile
from manusiawi.entries.claims import ClaimFile
from manusiawi.entries.classroom.activities import ActivityFile
from manusiawi.entries.classroom.sheets import SheetFile
from manusiawi.entries.classroom.trainer import TrainerFile
from manusiawi.entries.classroom.workshops import WorkshopFile
from manusiawi.entries.evidence import EvidenceFile
from manusiawi.entries.items import Item, QuizFile
from manusiawi.entries.lens import LensFile
from manusiawi.entries.morning import MorningFile
from manusiawi.entries.people import PeopleFile
from manusiawi.entries.picture import Picture
from manusiawi.entries.pictures import PictureFile
from manusiawi.entries.plan import CourseFile, Module
from manusiawi.entries.site import SiteFile
from manusiawi.entries.sources import FactFile, GlossaryFile, LawFile
from manusiawi.entries.speech import SpeechFile
from manusiawi.entries.upkeep import LintFile, RedirectFile
from manusiawi.ground.faults import Place
from manusiawi.language.known import MAIN, other
from manusiawi.model.citation import Citation
from manusiawi.model.course import Course

Texts = tuple[list[str], list[str]]  # the Indonesian and the English texts of an entry, in step


def _bilingual(entry: Entry) -> Texts:
    texts = list(texts_of(entry))
    return [text[MAIN] for text in texts], [text[other(MAIN)] for text in texts]


def _wording(citation: Citation) -> Texts:
    return [citation.passage.text], [citation.passage.translation]


def _names_only(entry: Any) -> Texts:
    """Title or text of an entry of the plan, whose parts are units of their own."""
    text = getattr(entry, "title", None) or entry.text
    return [text[MAIN]], [text[other(MAIN)]]


def _card(module: Module) -> Texts:
    """What the pocket card of a module says; its title is a unit of its own."""
    texts = [*(carried.text for carried in module.carry), *([module.say] if module.say else []), *module.remember]
    return [text[MAIN] for text in texts], [text[other(MAIN)] for text in texts]


def _marked(name: str) -> Callable[[Course, Any], str]:
    """Finds the page that sets a mark, for an entry that the mark names or, where it names none, shows among others."""

    def shown(course: Course, entry: Any) -> str:
        pages = course.pages[MAIN].items()
        return next((path for path, page in pages if any(mark.value in ("", entry.id) for mark in page.marked(name))), "")

    return shown


@dataclass(frozen=True, slots=True)
class Collection:
    """Entries of a kind of file that the course knows by name.

    `field` is where Course keeps them ("" where it keeps the whole file), `noun` what messages call one, `entries` finds them in a file,
    `key` is the field with their name. `unit` names them in the record of translations ("" where they hold no text), `texts` gives what is
    translated, `shown` the page where readers meet it. `markdown` says whether these texts may hold links and marks.
    """

    field: str
    noun: str
    entries: Callable[[Any], Iterable[Any]]
    key: str = "id"
    unit: str = ""
    texts: Callable[[Any], Texts] = _bilingual
    shown: Callable[[Course, Any], str] = lambda course, entry: ""
    markdown: bool = True


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: one path, or a pattern whose `*` is the name of a module; `whole` is where Course keeps the file itself."""

    path: str
    type: type[Entry]
    schema: str
    required: bool = False
    whole: str = ""
    collections: tuple[Collection, ...] = ()

    @property
    def is_per_module(self) -> bool:
        """Whether there is a file of this kind for each module."""
        return "*" in self.path


KINDS: tuple[FileKind, ...] = (
    FileKind("course/site.yml", SiteFile, "site", whole="site"),
    FileKind(
        "quizzes/*.yml",
        QuizFile,
        "quiz",
        whole="banks",
        collections=(
            Collection("items", "item", lambda bank: bank.items, unit="item", shown=lambda course, item: course.item_path(item.id)),
        ),
    ),
    FileKind(
        "course/course.yml",
        CourseFile,
        "course",
        required=True,
        whole="plan",
        collections=(
            Collection(
                "modules", "module", lambda plan: plan.modules, "slug", "module", _names_only, lambda course, entry: "index.md", False
            ),
            Collection(
                "",
                "pocket card",
                lambda plan: [module for module in plan.modules if module.carry],
                "slug",
                "card",
                _card,
                lambda course, entry: course.names.cards,
                False,
            ),
            Collection(
                "outcomes",
                "outcome",
                lambda plan: [outcome for module in plan.modules for outcome in module.outcomes],
                unit="outcome",
                texts=_names_only,
                shown=lambda course, entry: "index.md",
                markdown=False,
            ),
            Collection(
                "misconceptions",
                "misconception",
                lambda plan: plan.misconceptions,
                unit="misconception",
                shown=lambda course, entry: course.names.progress,
            ),
        ),
    ),
    FileKind(
        "course/law.yml",
        LawFile,
        "law",
        whole="law",
        collections=(
            Collection(
                "citations",
                "article",
                lambda law: [Citation(instrument, passage) for instrument in law.instruments for passage in instrument.passages],
                "anchor",
                "law",
                _wording,
                lambda course, citation: course.names.law_page(citation.instrument.id),
                False,
            ),
        ),
    ),
    FileKind(
        "course/facts.yml",
        FactFile,
        "facts",
        collections=(
            Collection(
                "facts", "fact", lambda file: file.facts, unit="fact", shown=lambda course, entry: course.names.facts, markdown=False
            ),
        ),
    ),
    FileKind(
        "course/glossary.yml",
        GlossaryFile,
        "glossary",
        collections=(Collection("terms", "term", lambda file: file.terms, unit="term", shown=lambda course, entry: course.names.glossary),),
    ),
    FileKind("course/people.yml", PeopleFile, "people", collections=(Collection("people", "person", lambda file: file.people),)),
    FileKind("course/claims.yml", ClaimFile, "claims", whole="claims"),
    FileKind("course/lint.yml", LintFile, "lint", whole="lint"),
    FileKind("course/evidence.yml", EvidenceFile, "evidence", whole="evidence"),
    FileKind(
        "course/redirects.yml",
        RedirectFile,
        "redirects",
        collections=(Collection("redirects", "redirect from", lambda file: file.redirects, "old"),),
    ),
    FileKind(
        "course/trainer/*.yml",
        TrainerFile,
        "trainer",
        collections=(
            Collection(
                "trainers",
                "trainer's notes on",
                lambda file: [file],
                "module",
                "trainer",
                shown=lambda course, notes: course.names.notes_of(notes.module),
            ),
        ),
    ),
    FileKind(
        "course/speech.yml",
        SpeechFile,
        "speech",
        collections=(Collection("speech", "statement", lambda file: file.statements, unit="statement", shown=_marked("speech")),),
    ),
    FileKind(
        "course/charts.yml",
        ChartFile,
        "charts",
        collections=(Collection("charts", "chart", lambda file: file.charts, unit="chart", shown=_marked("chart")),),
    ),
    FileKind(
        "course/pictures/*.yml",
        PictureFile,
        "pictures",
        collections=(
            Collection("picture_files", "pictures of", lambda file: [file], "module"),
            Collection("pictures", "picture", lambda file: file.pictures, unit="picture", shown=_marked("picture")),
        ),
    ),
    FileKind(
        "course/lens.yml",
        LensFile,
        "lens",
        whole="lens",
        collections=(
            Collection("", "step", lambda lens: lens.steps, unit="lens-step", shown=_marked("lens")),
            Collection("", "example", lambda lens: lens.examples, unit="lens-example", shown=_marked("lens")),
        ),
    ),
    FileKind(
        "course/morning.yml",
        MorningFile,
        "morning",
        whole="morning",
        collections=(
            Collection("", "deed", lambda morning: morning.deeds, unit="morning-deed", shown=_marked("morning")),
            Collection("", "person", lambda morning: morning.callers, unit="morning-person", shown=_marked("morning")),
        ),
    ),
    FileKind(
        "course/activities.yml",
        ActivityFile,
        "activities",
        collections=(
            Collection(
                "activities", "activity", lambda file: file.activities, unit="activity", shown=lambda course, entry: course.names.activities
            ),
        ),
    ),
    FileKind(
        "course/sheets.yml",
        SheetFile,
        "sheets",
        collections=(
            Collection("sheets", "sheet", lambda file: file.sheets, unit="sheet", shown=lambda course, entry: course.names.sheets),
        ),
    ),
    FileKind(
        "course/workshops.yml",
        WorkshopFile,
        "workshops",
        collections=(
            Collection(
                "workshops", "workshop", lambda file: file.workshops, unit="workshop", shown=lambda course, entry: course.names.trainers
            ),
        ),
    ),
)


def entries_of(course: Course, kind: FileKind, collection: Collection) -> list[Any]:
    """The entries of a collection that the course holds, in the order of their files."""
    if collection.field:
        return list(getattr(course, collection.field).values())
    whole = getattr(course, kind.whole)
    return list(collection.entries(whole)) if whole else []


def written_entries(course: Course) -> Iterator[Entry]:
    """Every entry whose texts may hold links and marks."""
    return _watched(course, markdown=True)


def quoted_entries(course: Course) -> Iterator[Entry]:
    """Every entry whose texts are shown letter by letter."""
    return _watched(course, markdown=False)


def _watched(course: Course, markdown: bool) -> Iterator[Entry]:
    for kind in KINDS:
        for collection in kind.collections:
            if collection.unit and collection.markdown == markdown:
                yield from entries_of(course, kind, collection)


def place_of(entry: Any) -> Place:
    """Where an entry stands; an article stands where its passage does."""
    return entry.passage.at if isinstance(entry, Citation) else entry.at


def module_of(course: Course, entry: Any) -> str:
    """The module to which an entry belongs: that of an item's bank, of trainer's notes, of a file of pictures; "" for all the others."""
    if isinstance(entry, Item):
        return course.item_modules[entry.id]
    if isinstance(entry, Picture):
        return PurePosixPath(entry.file).stem
    return entry.module if isinstance(entry, TrainerFile) else ""


def links_folder(course: Course, entry: Entry) -> str:
    """The folder below docs/<language>/ from which the links of an entry's texts count."""
    return module_of(course, entry)
