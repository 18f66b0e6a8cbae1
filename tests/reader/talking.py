"""Starts Orca and writes down whatever it says, and each key as it comes to Orca; the system's own Python runs it at the desk.

Orca's command would first end every other Orca of the same person, the one that a maintainer may need, and lets none run beside it.
"""

import json
import os
import sys
from pathlib import Path

import orca.speech  # type: ignore[import-not-found]
from orca import input_event
from orca import orca as program

SETTINGS = {
    "sayAllOnLoad": False,
    "enableKeyEcho": False,
    "enableBraille": False,
    "enableSound": False,
    "enablePositionSpeaking": True,
}

_speak, _speak_character = orca.speech._speak, orca.speech.speakCharacter
_process = input_event.KeyboardEvent.process


def _note(kind, text):
    with Path(os.environ["HEARD"]).open("a", encoding="utf-8") as file:
        file.write(json.dumps({kind: text.replace("\ufffc", "")}, ensure_ascii=False) + "\n")


def _noted(text, *more):
    _note("said", text)
    _speak(text, *more)


def _noted_character(character, *more):
    _note("said", character)
    _speak_character(character, *more)


def _noted_key(event):
    if event.isPressedKey():
        _note("key", event.event_string)
    return _process(event)


input_event.KeyboardEvent.process = _noted_key
orca.speech._speak, orca.speech.speakCharacter = _noted, _noted_character
manager = program.getSettingsManager()
manager.activate(None, SETTINGS)
sys.path.insert(0, manager.getPrefsDir())
sys.exit(program.main())
