"""The pieces that every type of question is made of."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import Any

from manusiawi.ground.catalogue import say
from manusiawi.render.inline import ItemTexts


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a question stands: the page, its number on it, the page's total, the level of its heading."""

    texts: ItemTexts
    page: str
    number: int
    total: int
    level: int

    @property
    def language(self) -> str:
        return self.texts.language

    def say(self, name: str, /, **parts: Any) -> str:
        """A phrase of the interface in the page's language."""
        return say(self.language, name, **parts)

    def inline(self, text: Any) -> str:
        """A bilingual text as one line of HTML."""
        return self.texts.inline(text[self.language])

    def block(self, text: Any) -> str:
        """A bilingual text as paragraphs of HTML."""
        return self.texts.block(text[self.language])

    def plain(self, text: Any) -> str:
        """A bilingual text without markup, for places that hold characters only."""
        return re.sub(r"<[^>]+>", "", self.inline(text))


def attributes(**values: Any) -> str:
    """HTML attributes with a leading space; None and False are left out, True stands alone.

    An underscore in a name becomes a hyphen, one at its end goes.
    """
    parts = []
    for name, value in values.items():
        if value is None or value is False:
            continue
        attribute = name.rstrip("_").replace("_", "-")
        parts.append(f" {attribute}" if value is True else f' {attribute}="{html.escape(str(value))}"')
    return "".join(parts)


def group(legend: str, hint: str, controls: str, describe: str = "") -> str:
    """A fieldset whose legend is the question."""
    return f'<fieldset{describe}><legend>{legend} <span class="mq-hint">{hint}</span></legend>\n{controls}</fieldset>'


def verdict_line(setting: Setting, right: bool, words: str) -> str:
    """The verdict in words, then what it is said of."""
    return f'<p class="mq-v {"mq-yes" if right else "mq-no"}"><b>{setting.say("is-key" if right else "is-not-key")}:</b> {words}</p>'


def reason(setting: Setting, line: str, feedback: Any, belief: str = "", say: str = "belief", **data: Any) -> str:
    """One entry of the answer: a line of words, then the reason, then the mistaken belief behind a wrong answer."""
    return f"<li{attributes(**data)}>{line}<p>{setting.inline(feedback)}</p>{_belief(setting, belief, say)}</li>\n"


def _belief(setting: Setting, name: str, say: str) -> str:
    found = setting.texts.course.misconceptions.get(name)
    return (
        f'<p class="mq-belief" data-m="{name}">{setting.say(say)} {setting.texts.of(found).inline(found.text[setting.texts.language])}</p>'
        if found
        else ""
    )


def as_json(values: Any) -> str:
    """Data for the answering script, as the value of an attribute."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
