"""Writes a module's questions as a deck of cards for Anki, by genanki.

A card keeps its guid as long as its item keeps its id. Anki lets an edited note replace the old one only where the note's time is later
(seen in 26.09.3, findings/anki-keeps-the-old-note-of-an-equal-time.sh), so every note carries the time of the course's last change.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import genanki

from manusiawi.exchange.outward import questions_of, untaken
from manusiawi.exchange.question import Question
from manusiawi.exchange.request import Request
from manusiawi.exchange.writers.cards import Card, card, counts_of
from manusiawi.exchange.written import Counts, Loss, Written, counted
from manusiawi.ground.archive import zipped
from manusiawi.ground.catalogue import say

_FIELDS = ("Scene", "Question", "Options", "Answer", "Item")
_FRONT = '<div class="scene">{{Scene}}</div><p class="stem">{{Question}}</p>{{Options}}'
_BACK = '{{FrontSide}}<hr id="answer">{{Answer}}<p class="item">{{Item}}</p>'
_STYLE = """.card { font-family: sans-serif; font-size: 18px; line-height: 1.5; text-align: start }
.card { max-width: 40em; margin: 0 auto; padding: 0 1em }
.stem { font-weight: bold }
.r { margin: .3em 0 .8em }
.item { opacity: .7; font-size: 14px }"""


def write_anki(request: Request) -> Written:
    """The deck of a module's questions in one language, as an .apkg file."""
    language, site = request.languages[0], request.course.site
    questions = questions_of(request.course, request.module, language)
    module = request.course.modules[request.module]
    model = genanki.Model(
        _number(f"{site.prefix} question"),
        site.name[language],
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "1", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE,
    )
    deck = genanki.Deck(
        _number(f"{site.prefix} {request.module} {language}"),
        f"{site.name[language]}::{say(language, 'module', number=module.number)}: {module.title[language]}",
    )
    for question in questions:
        deck.add_note(_note(model, question, card(question), site.prefix))
    content = _packed(deck, request.time)
    losses = untaken(request.course, request.module, language) + [loss for question in questions for loss in _losses(question)]
    name = f"{request.name}.apkg"
    return Written(name, content, counted(questions), _found(content), tuple(losses))


def _note(model: genanki.Model, question: Question, sides: Card, prefix: str) -> genanki.Note:
    guid = genanki.guid_for(prefix, question.ref, question.language)
    tags = [f"{prefix}::{name}" for name in (question.module, question.outcome, question.bloom)]
    return genanki.Note(model=model, fields=[sides.scene, sides.stem, sides.options, sides.answer, question.ref], guid=guid, tags=tags)


def _losses(question: Question) -> list[Loss]:
    losses = []
    if question.picture:
        losses.append(Loss(question.ref, "the drawing of the room", "left out; the list of places says all that it shows"))
    if any(entry.misconception for entry in (*question.options, *question.distractors, *question.mistakes)):
        losses.append(Loss(question.ref, "which option shows which belief", "left out"))
    return losses


def _number(name: str) -> int:
    """A number from 1 to 2**31 that stays, as Anki wants for decks and types of notes."""
    return int.from_bytes(hashlib.blake2s(name.encode(), digest_size=4).digest(), "big") % (2**31 - 1) + 1


def _packed(deck: genanki.Deck, time: int) -> bytes:
    """The package with the same bytes from run to run; genanki puts the clock into its zip."""
    with TemporaryDirectory() as folder:
        made = Path(folder) / "made.apkg"
        genanki.Package(deck).write_to_file(made, timestamp=time)
        with zipfile.ZipFile(made) as archive:
            return zipped({name: archive.read(name) for name in archive.namelist()})


def _found(content: bytes) -> Counts:
    """What stands in the notes of a package, read as Anki would."""
    with TemporaryDirectory() as folder:
        package, collection = Path(folder) / "made.apkg", Path(folder) / "collection.anki2"
        package.write_bytes(content)
        with zipfile.ZipFile(package) as archive:
            if json.loads(archive.read("media")):
                raise AssertionError("a card carries no media")
            collection.write_bytes(archive.read("collection.anki2"))
        connection = sqlite3.connect(collection)
        try:
            return sum((counts_of(fields) for (fields,) in connection.execute("select flds from notes")), Counts())
        finally:
            connection.close()
