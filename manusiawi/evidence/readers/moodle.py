"""Reads the answers of a Moodle quiz: the report "Responses" (Jawaban), downloaded as comma separated values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from manusiawi.evidence.bank import Asked, Bank
from manusiawi.evidence.readers.source import Source
from manusiawi.model.revision import folded

if TYPE_CHECKING:
    import pyarrow as pa

# Column heads as Moodle writes them in English and Indonesian; older and newer versions differ, and translators too.
RESPONSE = re.compile(r"(?:response|respon|respons|jawaban|tanggapan) (\d+)", re.IGNORECASE)
QUESTION = re.compile(r"(?:question|pertanyaan|soal) (\d+)", re.IGNORECASE)
KEY = re.compile(r"(?:right answer|jawaban benar|jawaban yang benar) (\d+)", re.IGNORECASE)
PERSON = re.compile(
    r"\W*(?:surname|last name|first name|full name|email address|username|id number|institution|phone.*|city.*|"
    r"nama.*|alamat (?:surel|email|e-mail)|surel|email|nomor id|nomor induk|nip|institusi|instansi|telepon.*|kota.*)\W*",
    re.IGNORECASE,
)
GROUP = re.compile(r"department|departemen|bagian|unit kerja|group|kelompok", re.IGNORECASE)
TAKEN = re.compile(r"time taken|duration|waktu yang (?:digunakan|dibutuhkan|diperlukan)|lama pengerjaan|durasi", re.IGNORECASE)
_LETTER = re.compile(r"[a-z]\. ")
_NOTHING = ("", "-")


def is_moodle(head: list[str]) -> bool:
    """Whether a table's head is that of the report."""
    return any(RESPONSE.fullmatch(name.strip()) for name in head)


@dataclass(frozen=True)
class Slot:
    """One place of the quiz: its columns, counted from 0, and what stands there as far as the words tell."""

    number: int
    response: int
    question: int | None
    key: int | None


def slots(head: list[str]) -> list[Slot]:
    """The places of the quiz that a head names, in order."""
    at: dict[str, dict[int, int]] = {}
    for kind, pattern in (("response", RESPONSE), ("question", QUESTION), ("key", KEY)):
        at[kind] = {int(found[1]): place for place, name in enumerate(head) if (found := pattern.fullmatch(name.strip()))}
    return [Slot(number, place, at["question"].get(number), at["key"].get(number)) for number, place in sorted(at["response"].items())]


class Words:
    """Finds which question and option the words of a report mean; each text is looked up once."""

    def __init__(self, bank: Bank) -> None:
        self.bank = bank
        self._by_option: dict[str, list[tuple[Asked, str]]] = {}
        for one in bank.asked.values():
            for language, names in one.words.items():
                for words in names:
                    self._by_option.setdefault(words, []).append((one, language))

    def question(self, question: str, key: str, responses: list[str]) -> tuple[Asked, str] | None:
        """The question whose stem ends the question's text or, where that says too little, whose options are the answers; its language."""
        text = folded(question)
        likely = (
            [(one, language) for one in self.bank.asked.values() for language, stem in one.stems.items() if stem and text.endswith(stem)]
            if text
            else []
        )
        votes: dict[tuple[str, str], int] = {}
        for given in [key, *responses]:
            for part in {given, *given.split("; ")}:
                for one, language in self._by_option.get(folded(part), ()):
                    if not likely or (one, language) in likely:
                        votes[one.name, language] = votes.get((one.name, language), 0) + 1
        if votes:
            best = max(votes.values())
            names = [name for name, count in votes.items() if count == best]
            if len({name for name, _ in names}) == 1:
                return self.bank.asked[names[0][0]], names[0][1]
        longest = max((len(one.stems[language]) for one, language in likely), default=0)
        best_likely = [pair for pair in likely if len(pair[0].stems[pair[1]]) == longest]
        return best_likely[0] if len({one.name for one, _ in best_likely}) == 1 else None

    def answer(self, asked: Asked, response: str, key: str) -> tuple[str, bool] | None:
        """The option and whether it is right; the report's own key decides where the question has no options. None where neither helps."""
        chosen = [asked.option(response)] if asked.option(response) else [asked.option(part) for part in response.split("; ")]
        if asked.options and all(chosen):
            return "+".join(sorted(chosen)), asked.is_right(chosen)
        return ("", folded(response) == folded(key)) if key and not asked.options else None


def batches(source: Source) -> Iterator[pa.RecordBatch]:
    """The answers as tables of the long shape, some 10,000 people each; texts are looked up once a batch and not once an answer."""
    import pyarrow as pa

    from manusiawi.evidence.readers.tables import csv_batches

    words, seen, state = Words(source.bank), set[int](), _State()
    for lines, batch in csv_batches(source):
        first_line = lines.of(0)
        head = batch.schema.names
        if not state.slots:
            state.slots = slots(head)
            state.person = [at for at, name in enumerate(head) if PERSON.fullmatch(name.strip())]
            state.groups = [at for at, name in enumerate(head) if GROUP.fullmatch(name.strip())]
            source.told.drop(*(head[at].strip() for at in state.person))
            if not state.person:
                source.tell(1, "no column tells one person from another, such as an e-mail address; each line counts as one person")
        learners = _learners(batch, state.person, source, first_line, len(seen))
        keep = pa.array([not (learner in seen or seen.add(learner)) for learner in learners])  # type: ignore[func-returns-value]
        if again := len(learners) - keep.true_count:
            source.tell(first_line, "a person's later attempts at the same quiz are left out, since they had seen the reasons", again)
        kept, ids = batch.filter(keep), pa.array(learners, pa.int64()).filter(keep)
        for slot in state.slots:
            yield from _slot(kept, ids, slot, words, source, first_line, state)


class _State:
    """What the first lines of a file say of all of it."""

    def __init__(self) -> None:
        self.slots: list[Slot] = []
        self.person: list[int] = []
        self.groups: list[int] = []
        self.found: dict[tuple[int, str], tuple[Asked, str] | None] = {}


def _learners(batch: pa.RecordBatch, columns: list[int], source: Source, first_line: int, before: int) -> list[int]:
    """A key for each line: of all columns that tell people apart, or of the line itself."""
    if not columns:
        return [source.salt.key(f"line {source.name} {before + number}") for number in range(batch.num_rows)]
    parts = [batch.column(at).to_pylist() for at in columns]
    return [source.salt.key("moodle " + "\x1f".join(map(str, person))) for person in zip(*parts, strict=True)]


def _slot(
    batch: pa.RecordBatch, learners: pa.Array, slot: Slot, words: Words, source: Source, first_line: int, state: _State
) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa

    from manusiawi.evidence.readers.tables import long_batch

    responses = batch.column(slot.response).dictionary_encode()
    texts = [text or "" for text in responses.dictionary.to_pylist()]
    questions = batch.column(slot.question).dictionary_encode() if slot.question is not None else None
    if questions is None:
        parts: list[tuple[str, Any]] = [("", None)]
    else:
        import pyarrow.compute as pc

        parts = [(text or "", pc.equal(questions.indices, number)) for number, text in enumerate(questions.dictionary.to_pylist())]
    for question, mask in parts:
        here = responses if mask is None or len(parts) == 1 else responses.filter(mask)
        ids = learners if mask is None or len(parts) == 1 else learners.filter(mask)
        own = batch if mask is None or len(parts) == 1 else batch.filter(mask)
        key = _first(own, slot.key)
        place = (slot.number, question)
        if state.found.get(place) is None:
            state.found[place] = words.question(question, key, [text for text in texts if text not in _NOTHING][:200])
        found = state.found[place]
        if not found:
            source.tell(
                1,
                f"the course has no question with the words of place {slot.number} of the quiz"
                + ("" if question else "; tick «question text» in Moodle's report, and download it again"),
                len(here),
            )
            continue
        asked, language = found
        answers = [None if text in _NOTHING else words.answer(asked, text, key) for text in texts]
        for text, answer in zip(texts, answers, strict=True):
            if answer is None and text not in _NOTHING:
                source.tell(first_line, f'"{text[:60]}" is no option of "{asked.name}" (place {slot.number}), and was not read')
        options = pa.array([answer[0] if answer else None for answer in answers], pa.string())
        rights = pa.array([answer[1] if answer else None for answer in answers], pa.bool_())
        yield long_batch(
            learner=ids,
            item=asked.name,
            revision=asked.revisions[language],
            option=options.take(here.indices),
            right=rights.take(here.indices),
            group=own.column(state.groups[0]) if state.groups else source.group,
        )


def _first(batch: pa.RecordBatch, at: int | None) -> str:
    """The key that the report names; it is the same for all who were asked the same."""
    return next((str(text) for text in batch.column(at).to_pylist()[:1] if text), "") if at is not None else ""
