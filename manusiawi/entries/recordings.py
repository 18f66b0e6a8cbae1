"""Recordings: sound, or a film in sign language, with captions and the same in writing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from manusiawi.binding.fields import Text, spec
from manusiawi.entries.picture import Picture

SOUND = {".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".ogg": "audio/ogg", ".opus": "audio/ogg"}
FILM = {".mp4": "video/mp4", ".webm": "video/webm"}
_NAME = r"[a-z0-9]+(?:[.-][a-z0-9]+)*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording(Picture):
    """Sound or a film, never fetched before somebody plays it; its files stand beside the lessons of the module."""

    name: ClassVar[str] = "recording"
    media: str = spec(
        "The name of the sound or film, the same in docs/id/<module>/ and docs/en/<module>/: .mp3, .m4a, .ogg, .opus, .mp4 or .webm.",
        pattern=rf"{_NAME}\.(?:mp3|m4a|ogg|opus|mp4|webm)",
        pattern_words="small letters, digits and hyphens, then .mp3, .m4a, .ogg, .opus, .mp4 or .webm",
    )
    captions: str = spec(
        "The name of the captions beside it, in WebVTT; a film in sign language has them too, for those who read.",
        pattern=rf"{_NAME}\.vtt",
        pattern_words="small letters, digits and hyphens, then .vtt",
    )
    transcript: Text = spec(
        "All that is said, signed or shown, in writing; sound in one language has its translation here.", markdown="block"
    )
    signed: bool = spec("`true` on a film in sign language.", default=False)
    megabytes: float = spec("The size that people are told before they play it, such as 1.2; the check compares it with the files.")
