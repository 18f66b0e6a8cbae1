"""QTI of others: version 3's names, feedback of several kinds, packages, and what no question of the course can be."""

from __future__ import annotations

from manusiawi.exchange.readers.packages import read_package
from manusiawi.exchange.readers.qti import read_item
from manusiawi.ground.archive import zipped

THREE = """<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="q-3" title="Loket">
<qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
<qti-correct-response><qti-value>B</qti-value></qti-correct-response></qti-response-declaration>
<qti-item-body><p>Hujan, dan atap bocor.</p>
<qti-choice-interaction response-identifier="RESPONSE" max-choices="1"><qti-prompt>Apa yang dipindahkan dulu?</qti-prompt>
<qti-simple-choice identifier="A">Meja
<qti-feedback-inline outcome-identifier="F" identifier="A">Meja tahan air.</qti-feedback-inline></qti-simple-choice>
<qti-simple-choice identifier="B">Orang</qti-simple-choice></qti-choice-interaction></qti-item-body>
<qti-modal-feedback outcome-identifier="F" identifier="B" show-hide="show"><p>Orang dulu.</p></qti-modal-feedback>
<qti-modal-feedback outcome-identifier="F" identifier="akhir" show-hide="show"><p>Lihat pelajaran 2.</p></qti-modal-feedback>
</qti-assessment-item>"""
HOTSPOT = """<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="peta">
<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"/>
<itemBody><hotspotInteraction responseIdentifier="RESPONSE"><prompt>Tunjuk pintu yang lebar.</prompt></hotspotInteraction></itemBody>
</assessmentItem>"""


def test_version_three_is_read_by_its_own_names() -> None:
    reading = read_item(THREE, "q.xml", "id")
    (question,) = reading.questions
    assert (question.type, question.ref, question.scenario, question.stem) == (
        "single-choice",
        "q-3",
        "Hujan, dan atap bocor.",
        "Apa yang dipindahkan dulu?",
    )
    assert [(option.text, option.right, option.feedback) for option in question.options] == [
        ("Meja", False, "Meja tahan air."),
        ("Orang", True, "Orang dulu."),
    ]
    assert any("Lihat pelajaran 2." in note for note in reading.notes), "a feedback that belongs to no option is told"


def test_an_interaction_that_the_course_has_not_is_a_fault_with_its_words() -> None:
    (fault,) = read_item(HOTSPOT, "q.xml", "id").faults
    assert "hotspotInteraction" in fault.found and "Tunjuk pintu yang lebar." in fault.found


def test_a_package_gives_the_questions_of_every_file_and_tells_the_others() -> None:
    manifest = "<manifest><title>Ujian loket</title></manifest>"
    data = zipped({"imsmanifest.xml": manifest.encode(), "a/q.xml": THREE.encode(), "a/peta.xml": HOTSPOT.encode(), "foto.png": b"\x89PNG"})
    reading = read_package(data, "ujian.zip", "id")
    assert [question.ref for question in reading.questions] == ["q-3"] and len(reading.faults) == 1
    assert reading.faults[0].place.file == "ujian.zip/a/peta.xml"
    told = " ".join(reading.notes)
    assert "Ujian loket" in told and "foto.png" in told


def test_a_package_without_questions_says_what_it_may_hold() -> None:
    assert "holds a question" in read_package(zipped({"a.txt": b"x"}), "a.zip", "id").faults[0].found
