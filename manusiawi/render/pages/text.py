"""Puts a generated page's Markdown together: its head, its title, plain text that stays plain."""

from __future__ import annotations

import html

from manusiawi.ground.catalogue import say
from manusiawi.model.addresses import GENERATED


def page_text(language: str, title: str, description: str, source: str, body: list[str]) -> str:
    """The whole text of a generated page; `source` names the file that it is made from."""
    return (
        "\n".join(
            [
                "---",
                f"title: {_quoted(title)}",
                f"description: {_quoted(description)}",
                "---",
                f"{GENERATED}: {say(language, 'made-from', source=source)} -->",
                "",
                f"# {escaped(title)}",
                "",
                *body,
            ]
        ).rstrip()
        + "\n"
    )


def _quoted(text: str) -> str:
    escaped_text = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped_text}"'


def escaped(text: str) -> str:
    """Plain text as Markdown that shows every character as it is."""
    text = html.escape(text, quote=False)
    for sign in "\\`*_[]{}":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", " ")


def sentence(text: str) -> str:
    """A sentence with its Markdown, as a line of a page; HTML and attributes in it are shown as they stand."""
    return html.escape(text, quote=False).replace("{", "\\{").replace("}", "\\}").replace("\n", " ")
