"""Knows the columns of a table of questions by the names that authors give them, in English and Indonesian."""

from __future__ import annotations

import re

from manusiawi.exchange.question import Refusal, shortened
from manusiawi.exchange.readers.cells import Cell
from manusiawi.ground.faults import Place, nearest, quoted

MUST = ("stem", "key")
OWN = ("id", "type", *MUST, "scenario", "feedback")
NUMBERED = re.compile(r"(option|feedback)([1-9]\d?)")
COLUMNS = (
    "the columns stem (pertanyaan), option1, option2 … (pilihan_a, pilihan_b …), key (jawaban), "
    "in any order; id, type, scenario, feedback (pembahasan), feedback1, feedback2 … may be added"
)
_NAMES = {
    "id": "no nomor nomor_soal no_soal kode kode_soal id_soal number question_id",
    "type": "tipe jenis tipe_soal jenis_soal question_type",
    "stem": "pertanyaan soal question question_text butir_soal teks teks_soal isi_soal pernyataan content prompt",
    "key": (
        "jawaban kunci kunci_jawaban jawaban_benar jawaban_yang_benar opsi_benar pilihan_benar "
        "answer answers correct correct_answer right_answer correct_option"
    ),
    "scenario": "skenario kasus cerita stimulus wacana",
    "feedback": "pembahasan penjelasan umpan_balik explanation rationale general_feedback alasan",
}
_BY_NAME = {name: own for own, names in _NAMES.items() for name in (own, *names.split())}
_OPTION = re.compile(r"(?:(?:pilihan|opsi|option|choice|answer|jawaban|pil|opt)_?)?([a-j]|[1-9]\d?)")
_FEEDBACK = re.compile(r"(?:feedback|umpan_balik|alasan|pembahasan|penjelasan|explanation)_?([a-j]|[1-9]\d?)")
_TYPES = {
    "single-choice": "pilihan_ganda pg single mc mcq multiple_choice pilihan_ganda_biasa radio",
    "multiple-choice": "pilihan_ganda_kompleks pg_kompleks pgk mcma multiple multiple_response checkbox multi",
    "true-false": "benar_salah benar/salah bs b/s tf true_false true/false",
    "matching": "menjodohkan jodohkan mencocokkan match",
    "ordering": "mengurutkan urutan urutkan order",
    "short-text": "isian isian_singkat jawaban_singkat short_answer short fill_in_the_blank text",
    "reflection": "uraian esai essay renungan refleksi",
}
_BY_TYPE = {name: own for own, names in _TYPES.items() for name in (own, *names.split())}


def own_type(value: str) -> str:
    """The course's type that a cell names; the cell's own word where it names none."""
    return value.lower() if value.lower() in _TYPES else _BY_TYPE.get("_".join(value.lower().replace("-", "_").split()), value.lower())


def own_name(header: str) -> str:
    """The course's name of a column; the header's own words where nobody knows it."""
    bare = re.sub(r"[\s\-.]+", "_", header.strip().lower()).strip("_:?*")
    if bare in _BY_NAME:
        return _BY_NAME[bare]
    for pattern, own in ((_FEEDBACK, "feedback"), (_OPTION, "option")):
        found = pattern.fullmatch(bare)
        if found:
            return f"{own}{found[1] if found[1].isdigit() else ord(found[1]) - 96}"
    return header.strip()


def columns(header: list[Cell], file: str) -> list[str]:
    """The course's name of each column, "" for one without a name; raises Refusal where questions cannot be found by them."""
    names = [own_name(cell.text) for cell in header]
    missing = [name for name in MUST if name not in names]
    strange = [(cell, name) for cell, name in zip(header, names, strict=True) if name and not is_known(name)]
    if missing and strange:
        likely = ((name, nearest(name.lower(), (*OWN, "option1", "feedback1"))) for _, name in strange)
        raise Refusal(
            strange[0][0].place,
            f"{'the column' if len(strange) == 1 else 'the columns'} {quoted([shortened(name) for _, name in strange[:20]])} "
            f"{'is' if len(strange) == 1 else 'are'} not known, and the header lacks {quoted(missing)}",
            COLUMNS,
            "; ".join(f'write "{own}" for "{shortened(name)}"' for name, own in likely if own) or "rename the columns",
        )
    if missing:
        raise Refusal(
            header[0].place if header else Place(file),
            f"the header lacks {quoted(missing)}",
            COLUMNS,
            "write the names of the columns into the first line",
        )
    for place, name in enumerate(names):
        if name and name in names[:place]:
            first, second = header[names.index(name)].text, header[place].text
            raise Refusal(
                header[place].place,
                f'the column "{first}" stands twice' if first == second else f'"{first}" and "{second}" are one column',
                "each column once",
                "remove one of the two",
            )
    return names


def is_known(name: str) -> bool:
    """Whether a reader uses a column."""
    return name in OWN or bool(NUMBERED.fullmatch(name))
