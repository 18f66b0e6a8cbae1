"""The whole course in memory: every file read and bound, with the faults of reading."""

from __future__ import annotations

from dataclasses import dataclass, field

from manusiawi.entries.charts import Chart
from manusiawi.entries.claims import ClaimFile
from manusiawi.entries.classroom.activities import Activity
from manusiawi.entries.classroom.sheets import Sheet
from manusiawi.entries.classroom.trainer import TrainerFile
from manusiawi.entries.classroom.workshops import Workshop
from manusiawi.entries.evidence import EvidenceFile
from manusiawi.entries.items import Item, QuizFile
from manusiawi.entries.lens import LensFile
from manusiawi.entries.morning import MorningFile
from manusiawi.entries.people import Person
from manusiawi.entries.picture import Picture
from manusiawi.entries.pictures import PictureFile
from manusiawi.entries.plan import CourseFile, FormPlan, Lesson, Misconception, Module, Outcome
from manusiawi.entries.site import SiteFile
from manusiawi.entries.sources import Fact, LawFile, Term
from manusiawi.entries.speech import SpeechStatement
from manusiawi.entries.upkeep import LintFile, Redirect
from manusiawi.ground.faults import Fault
from manusiawi.language.known import LANGUAGES, MAIN
from manusiawi.model.addresses import PageNames
from manusiawi.model.citation import Citation, passage_anchor, split_reference
from manusiawi.model.page import PageFile


@dataclass
class Course:
    """Everything authors wrote, by id, in their order."""

    site: SiteFile = field(default_factory=SiteFile)
    names: PageNames = field(default_factory=PageNames)
    modules: dict[str, Module] = field(default_factory=dict)
    misconceptions: dict[str, Misconception] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    banks: dict[str, QuizFile] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    item_modules: dict[str, str] = field(default_factory=dict)
    siblings: dict[str, tuple[str, ...]] = field(default_factory=dict)  # those of the same family, whoever of it names whom
    citations: dict[str, Citation] = field(default_factory=dict)
    plan: CourseFile | None = None
    law: LawFile | None = None
    lint: LintFile | None = None
    evidence: EvidenceFile | None = None
    redirects: dict[str, Redirect] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    trainers: dict[str, TrainerFile] = field(default_factory=dict)
    workshops: dict[str, Workshop] = field(default_factory=dict)
    activities: dict[str, Activity] = field(default_factory=dict)
    sheets: dict[str, Sheet] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    claims: ClaimFile | None = None
    speech: dict[str, SpeechStatement] = field(default_factory=dict)
    charts: dict[str, Chart] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    picture_files: dict[str, PictureFile] = field(default_factory=dict)
    lens: LensFile | None = None
    morning: MorningFile | None = None
    pages: dict[str, dict[str, PageFile]] = field(default_factory=lambda: {language: {} for language in LANGUAGES})
    faults: list[Fault] = field(default_factory=list)

    unreadable: set[str] = field(default_factory=set)

    @property
    def test(self) -> FormPlan | None:
        """The blueprint of the tests before and after, where the plan has one."""
        return self.plan.test if self.plan else None

    def unread(self, start: str) -> bool:
        """Whether a file whose name begins so could not be read: what it names is then unknown, not wrong."""
        return any(name.startswith(start) for name in self.unreadable)

    def citation(self, reference: str) -> Citation | None:
        """The passage that a reference names, if the course has it."""
        return self.citations.get(passage_anchor(*split_reference(reference)))

    @property
    def lesson_names(self) -> list[str]:
        """The lessons as a path of learning names them: module and lesson, in the order of the plan."""
        return [f"{module.slug}/{lesson.slug}" for module in self.modules.values() for lesson in module.lessons]

    def lesson(self, path: str) -> tuple[Module, Lesson] | None:
        """The module and lesson that a page's path names, if it is a lesson."""
        folder, _, name = path.removesuffix(".md").rpartition("/")
        module = self.modules.get(folder)
        return next(((module, lesson) for lesson in module.lessons if lesson.slug == name), None) if module else None

    def set_items(self, module: str) -> list[str]:
        """The ids of the items that the module's lessons set, in the order of the lessons."""
        lessons = [*self.modules[module].page_slugs, "index"]
        pages = (self.pages[MAIN].get(f"{module}/{slug}.md") for slug in lessons)
        return [mark.value for page in pages if page for mark in page.marked("item")]

    def item_path(self, name: str) -> str:
        """The page that sets an item: a test, a lesson or a case, else the module's self-check."""
        if self.test and self.items[name].forms:
            return self.names.tests[self.items[name].forms[0]]
        return next(
            (path for path, page in self.pages[MAIN].items() if any(mark.value == name for mark in page.marked("item"))),
            self.names.self_check_of(self.item_modules[name]),
        )

    def items_of_form(self, form: str) -> list[Item]:
        """The items of a test form, in the order of the banks."""
        return [item for item in self.items.values() if form in item.forms]

    def quiz_items(self, module: str) -> list[Item]:
        """The items of the module's self-check page: those that neither a lesson nor a test sets."""
        set_in_lessons = set(self.set_items(module))
        return (
            [item for item in self.banks[module].items if item.id not in set_in_lessons and not item.forms] if module in self.banks else []
        )
