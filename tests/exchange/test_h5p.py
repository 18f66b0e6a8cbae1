"""H5P: what a question set says arrives, or is told with its words."""

from __future__ import annotations

import json
from typing import Any

from manusiawi.exchange.question import Reading
from manusiawi.exchange.readers.h5p import read_h5p
from manusiawi.ground.archive import zipped

MULTI = {
    "library": "H5P.MultiChoice 1.16",
    "params": {
        "question": "<p>Bu Wati datang tanpa akta.</p><p>Apa yang Anda kerjakan dulu?</p>",
        "answers": [
            {
                "text": "<div>Menanyakan surat apa yang ada</div>",
                "correct": True,
                "tipsAndFeedback": {"tip": "", "chosenFeedback": "<div>Ya, mulai dari yang ada.</div>", "notChosenFeedback": ""},
            },
            {
                "text": "<div>Menunggu akta</div>",
                "correct": False,
                "tipsAndFeedback": {"tip": "<p>Berapa lama?</p>", "chosenFeedback": "", "notChosenFeedback": "<p>Benar dilewati.</p>"},
            },
        ],
        "overallFeedback": [{"from": 0, "to": 99, "feedback": "Baca lagi."}, {"from": 100, "to": 100, "feedback": "Bagus sekali."}],
        "behaviour": {"singleAnswer": True},
        "UI": {"checkAnswerButton": "Periksa"},
        "media": {"type": {"params": {"alt": "Gambar loket"}}},
    },
}
TRUE = {
    "library": "H5P.TrueFalse 1.8",
    "params": {
        "question": "<p>Nomor antrean boleh dipanggil dengan suara saja.</p>",
        "correct": "false",
        "behaviour": {"feedbackOnCorrect": "Orang Tuli tidak mendengarnya.", "feedbackOnWrong": "Siapa yang tidak mendengar?"},
    },
}
GAP = {
    "library": "H5P.Blanks 1.14",
    "params": {"text": "<p>Lengkapi.</p>", "questions": ["<p>Pengaduan dijawab paling lambat *60/enam puluh:lihat pasalnya* hari.</p>"]},
}
ESSAY = {
    "library": "H5P.Essay 1.5",
    "params": {"taskDescription": "<p>Apa yang Anda tulis?</p>", "solution": {"sample": "<p>Satu.</p><p>Dua.</p>", "introduction": ""}},
}
MAP = {
    "library": "H5P.ImageHotspotQuestion 1.8",
    "params": {"imageHotspotQuestion": {"hotspotSettings": {"taskDescription": "Cari pintunya"}}},
}


def test_the_questions_of_a_set_arrive_with_their_reasons() -> None:
    reading = read([MULTI, TRUE, GAP, ESSAY])
    assert not reading.faults
    choice, verdict, gap, essay = reading.questions
    assert (choice.type, choice.scenario, choice.stem) == ("single-choice", "Bu Wati datang tanpa akta.", "Apa yang Anda kerjakan dulu?")
    assert [(option.text, option.right) for option in choice.options] == [("Menanyakan surat apa yang ada", True), ("Menunggu akta", False)]
    assert choice.options[0].feedback == "Ya, mulai dari yang ada."
    assert (verdict.type, verdict.options[0].right) == ("true-false", False)
    assert verdict.options[0].feedback == "Orang Tuli tidak mendengarnya."
    assert (gap.type, gap.accept) == ("short-text", ["60", "enam puluh"]) and "\\_\\_\\_\\_" in gap.stem.replace("____", "\\_\\_\\_\\_")
    assert (essay.type, essay.model) == ("reflection", "Satu.\n\nDua.")


def test_tips_other_feedback_and_pictures_are_told_with_their_words() -> None:
    told = " ".join(read([MULTI, TRUE, GAP]).notes)
    for words in (
        "Berapa lama?",
        "Benar dilewati.",
        "Baca lagi.",
        "Gambar loket",
        "Siapa yang tidak mendengar?",
        "lihat pasalnya",
        "Pengantar set",
    ):
        assert words in told, words
    assert "Periksa" not in told, "the words of buttons say nothing of a question"


def test_a_kind_that_the_course_has_not_is_a_fault_with_its_words_and_the_others_arrive() -> None:
    reading = read([MAP, TRUE])
    assert len(reading.questions) == 1 and "ImageHotspotQuestion" in reading.faults[0].found and "Cari pintunya" in reading.faults[0].found


def test_several_gaps_are_asked_one_by_one() -> None:
    two = {"library": "H5P.Blanks 1.14", "params": {"text": "", "questions": ["<p>Dari *satu* ke *dua*.</p>"]}}
    assert "2 gaps" in read([two]).faults[0].found


def test_what_is_no_h5p_is_a_fault_and_no_traceback() -> None:
    assert "zip" in read_h5p(b"no zip", "a.h5p", "id").faults[0].found
    assert "h5p.json" in read_h5p(zipped({"a.txt": b""}), "a.h5p", "id").faults[0].found
    assert "JSON" in read_h5p(zipped({"h5p.json": b"{", "content/content.json": b"{}"}), "a.h5p", "id").faults[0].found


def read(questions: list[dict[str, Any]]) -> Reading:
    """A set of these questions, read."""
    content = {"introPage": {"introduction": "<p>Pengantar set</p>"}, "questions": questions, "texts": {"prevButton": "Mundur"}}
    files = {"h5p.json": {"title": "Set", "mainLibrary": "H5P.QuestionSet"}, "content/content.json": content}
    return read_h5p(zipped({name: json.dumps(value).encode() for name, value in files.items()}), "set.h5p", "id")
