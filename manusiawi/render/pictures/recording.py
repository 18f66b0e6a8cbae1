"""Recordings with the browser's own player: nothing of them is fetched before somebody presses it; the same in writing stands below."""

from __future__ import annotations

from pathlib import PurePosixPath

from manusiawi.entries.recordings import FILM, SOUND, Recording
from manusiawi.ground.catalogue import say
from manusiawi.language.known import other
from manusiawi.language.numbers import shown
from manusiawi.render.inline import ItemTexts


def recording(entry: Recording, texts: ItemTexts, anchor: str) -> str:
    """The player, the file to keep, the transcript.

    Sound plays in a film's element as well, since captions are shown in no other; they are chosen in the player, as a track that shows
    itself would be fetched with the page.
    """
    language, ending = texts.language, PurePosixPath(entry.media).suffix
    file, captions = texts.from_module(entry.media), texts.from_module(entry.captions)
    height = 360 if ending in FILM else 120
    size = shown(entry.megabytes, language)
    kind = "recording-signed" if entry.signed else "recording-film" if ending in FILM else "recording-sound"
    return (
        f'<p class="pic-told">{say(language, kind, size=size)}</p>\n'
        f'<video controls preload="none" width="640" height="{height}" aria-labelledby="{anchor}-judul">'
        f'<source src="{file}" type="{(FILM | SOUND)[ending]}">'
        f'<track kind="captions" src="{captions}" srclang="{language}" label="{say(other(language), "other-language")}"></video>\n'
        f'<p><a href="{file}" download>{say(language, "recording-keep", size=size)}</a></p>\n'
        f"<details><summary>{say(language, 'recording-text')}</summary>\n{texts.block(entry.transcript[language])}\n</details>"
    )
