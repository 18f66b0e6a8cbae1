"""Names the addresses that the course keeps for itself: the pages that it makes or fills, and the ids of what surrounds the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from manusiawi.entries.site import KeptPages

GENERATED = "<!-- generated"  # begins the first line below the head of a page that the generator made
_MADE = re.compile(rf"---\n(?:(?!---\n).*\n)*---\n{GENERATED}: ")
_OPEN_HEAD = re.compile(r"---\n(?:[a-z]+: .*\n)*[a-z]*:?(?: .*)?-{0,3}")
_MOVED = re.compile(r'<meta http-equiv="refresh" ')  # what a page holds that leads on to a new address

# The ids that stand on pages beside those of headings, questions and entries; a question may have none of them.
FRAME_IDS = frozenset({"isi", "kursus"})  # on every page: the main part, the menu
MADE_IDS = frozenset(
    "anggapan aturan belum-tepat besar contoh fakta hasil hasil-tes kata-bantu kata-cari kemajuan-simpan kenaikan latihan-tambahan"
    " menurut-hasil menurut-modul modul modul-kosong nama peraturan"
    " rencana rencana-senin renungan-modul ringkasan sesudah soal soal-utama tes tidak-tersimpan".split()
)  # on pages that the course makes or that its marks and scripts fill


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNames(KeptPages):
    """The pages that the course keeps, as paths below docs/<language>/; those of a module are names within its folder."""

    @classmethod
    def of(cls, pages: KeptPages) -> PageNames:
        """The names that a course chose in course/site.yml."""
        return cls(**{entry.name: getattr(pages, entry.name) for entry in fields(pages)})

    def self_check_of(self, module: str) -> str:
        """The page with a module's questions that no lesson sets."""
        return f"{module}/{self.self_check}"

    def keys_of(self, module: str) -> str:
        """The page with the answers to a module's questions."""
        return f"{module}/{self.keys}"

    def notes_of(self, module: str) -> str:
        """The page with the trainer's notes on a module."""
        return f"{module}/{self.notes}"

    def workbook_of(self, module: str) -> str:
        """The page with a participant's workbook of a module."""
        return f"{module}/{self.workbook}"

    def exercises_of(self, module: str) -> str:
        """The page with a module's questions to answer on paper."""
        return f"{module}/{self.exercises}"

    def law_page(self, instrument: str) -> str:
        """The page of a law or regulation, by its id."""
        return f"{self.source_folder}/{instrument}.md"

    @property
    def facts(self) -> str:
        """The page of the facts."""
        return f"{self.source_folder}/{self.facts_name}"

    @property
    def tests(self) -> dict[str, str]:
        """The pages of the test forms, by form."""
        return {"a": self.before, "b": self.after}

    @property
    def keys_of_tests(self) -> dict[str, str]:
        """The pages with the keys of the test forms, by form."""
        return {"a": self.test_keys, "b": self.test_keys_after}

    @property
    def made_at_root(self) -> tuple[str, ...]:
        """The pages that the generator writes beside the home page."""
        return (
            self.trainers,
            self.sources,
            self.glossary,
            self.cards,
            self.answer_cards,
            self.activities,
            self.sheets,
            *self.tests.values(),
            *self.keys_of_tests.values(),
        )

    @property
    def made_in_module(self) -> tuple[str, ...]:
        """The names of the pages that the generator writes into the folder of a module."""
        return (self.self_check, self.keys, self.notes, self.workbook, self.exercises)

    def is_kept(self, path: str) -> bool:
        """Whether the generator keeps a path for a page of its own; an author's page there would be overwritten."""
        folder, _, name = path.rpartition("/")
        if folder == self.source_folder:
            return True
        return name in self.made_in_module if folder and "/" not in folder else path in self.made_at_root

    def is_generated(self, path: str, text: str) -> bool:
        """Whether a page is the generator's own, to write and to remove: it carries the mark, and its path is kept or it leads on.

        A copy under another name is not, nor is a page that quotes the mark. On a kept path, a page that is cut short is one too.
        """
        if self.is_kept(path) and is_cut_short(text):
            return True
        return carries_mark(text) and (self.is_kept(path) or bool(_MOVED.search(text, 0, 3000)))


def carries_mark(text: str) -> bool:
    """Whether a page's first line below its head says that the generator made it."""
    return bool(_MADE.match(text[:4000]))


def is_cut_short(text: str) -> bool:
    """Whether a page ends before its mark: a full disk or a kill cut it, or emptied it; no page of an author says so little."""
    text = text.rstrip("\ufffd")  # what is left of a letter that was cut in two
    head, closed, body = text.partition("\n---\n")
    if not closed:
        return not text.strip() or "---\n".startswith(text) or bool(_OPEN_HEAD.fullmatch(text))
    return bool(_OPEN_HEAD.fullmatch(head)) and f"{GENERATED}: ".startswith(body.strip())


def built(path: str) -> str:
    """The address of a built page from the root of its language, by the path of its source."""
    return path.removesuffix(".md") + ".html"
