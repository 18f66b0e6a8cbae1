"""What one course decides of its own: its name, the names under which devices keep things, the names of its pages: `course/site.yml`."""

from __future__ import annotations

from dataclasses import dataclass

from manusiawi.binding.fields import SLUG, Entry, Text, spec
from manusiawi.entries.items import SLUG_WORDS
from manusiawi.language.known import all_known

_PAGE_WORDS = "small letters, digits and single hyphens, then .md"


def _page(description: str, default: str) -> str:
    """A field with the name of a page."""
    name: str = spec(description, default=default, pattern=rf"{SLUG}\.md", pattern_words=_PAGE_WORDS)
    return name


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPages(Entry):
    """The names of the pages that the course makes or fills, in every language; they are addresses and never change once published."""

    self_check: str = _page("In each module: the questions that no lesson sets.", "soal.md")
    keys: str = _page("In each module: the answers, to print.", "kunci.md")
    notes: str = _page("In each module: the trainer's notes.", "pelatih.md")
    workbook: str = _page("In each module: the participant's workbook, to print and write in.", "buku-kerja.md")
    exercises: str = _page("In each module: its questions without their answers, to print and write in.", "latihan.md")
    trainers: str = _page("For trainers: the modules and the workshops.", "pelatih.md")
    glossary: str = _page("The glossary.", "glosarium.md")
    sources: str = _page("The law and the facts.", "sumber.md")
    source_folder: str = spec("The folder with a page for each law.", default="sumber", pattern=SLUG, pattern_words=SLUG_WORDS)
    facts_name: str = _page("In that folder: the facts.", "fakta.md")
    before: str = _page("The test before the course.", "tes-awal.md")
    after: str = _page("The test after it.", "tes-akhir.md")
    test_keys: str = _page("The key of the test before, to print.", "tes-kunci.md")
    test_keys_after: str = _page("The key of the test after it, to print.", "tes-kunci-akhir.md")
    activities: str = _page("For trainers: the activities for which a room stands up.", "kegiatan.md")
    sheets: str = _page("For trainers: the cards and sheets of the workshops, to print.", "lembar-pelatih.md")
    cards: str = _page("The pocket cards, to print.", "kartu-saku.md")
    progress: str = _page("The page that shows the learner's progress; it sets [[progress]].", "kemajuan.md")
    review: str = _page("The page of review; it sets [[review]].", "ulangan.md")
    record: str = _page("The record of learning, to print; it sets [[record]].", "bukti.md")
    morning: str = _page("The page of the morning at the counter; it sets [[morning]].", "pagi.md")
    builder: str = _page("For trainers, the page on which a workshop is put together; it sets [[builder]].", "susun.md")
    projector: str = _page("For trainers, the page for a screen that a room looks at; it sets [[projector]].", "layar.md")
    answers: str = _page("For trainers, the page that takes in the answers of a room; it sets [[answers]].", "kelas.md")
    formulas: str = _page("For trainers, the page that explains the figures of a class.", "rumus-kelas.md")
    participant: str = _page("The page on which a participant follows a workshop; it sets [[participant]].", "peserta.md")
    answer_cards: str = _page("For trainers, the cards that a room answers with, to print.", "kartu-jawab.md")
    downloads: str = _page("For trainers, the files for other tools; it sets [[downloads]].", "unduhan.md")
    search: str = _page("The page of the search; it sets [[search]].", "cari.md")
    offline: str = _page("The page that keeps the course without a network; it sets [[keep]] and [[zip]].", "luring.md")


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFile(Entry):
    """What this course is called, here and on learners' devices: `course/site.yml`, which may be missing."""

    name: Text = spec("The name of the course.", default=Text(**{known.code: known.course for known in all_known()}))
    about: Text = spec(
        "What kind of course it is, in a few words that go on after its name and a comma.",
        default=Text(**{known.code: known.a_course for known in all_known()}),
    )
    prefix: str = spec(
        "The first word of every name under which the course keeps something on a device, and of the files that learners save. "
        "Never change it once learners have begun: their records would be lost. Two courses at one address need two of them.",
        default="kursus",
        pattern=SLUG,
        pattern_words=SLUG_WORDS,
    )
    zip: str = spec(
        "The name of the zip file with the whole course; the prefix and .zip where it is not written.",
        default="",
        pattern=rf"{SLUG}\.zip",
        pattern_words="small letters, digits and single hyphens, then .zip",
    )
    pages: KeptPages = spec("The names of the pages that the course makes or fills.", default=KeptPages())

    @property
    def zip_name(self) -> str:
        """The name of the zip file."""
        return self.zip or f"{self.prefix}.zip"

    @property
    def zip_folder(self) -> str:
        """The folder inside the zip file that holds the course."""
        return self.zip_name.removesuffix(".zip")
