"""The reference page of the YAML fields, made from the same types as the validator."""

from __future__ import annotations

from manusiawi.binding.fields import Entry, Field, Text, Words, declared, entry_types
from manusiawi.model.kinds import KINDS


def field_guide() -> str:
    """Every file, entry and field that authors write, as one Markdown page."""
    lines = [
        "# The fields of the YAML files",
        "",
        "Made by `python build_quiz.py schema` from the types that the checker uses; do not edit it by hand.",
        "",
        "A text (*both languages*) is written as two lines, `id:` and `en:`.",
        "*Sentence* and *paragraphs* may hold Markdown, links to lessons, `[[law …]]` and `[[fact …]]`; HTML in them is shown as written.",
        "",
    ]
    seen: set[type] = set()
    for file in KINDS:
        lines += [f"## `{file.path.replace('*', '<module>')}`", ""]
        for kind in entry_types(file.type):
            if kind in (Text, Words) or kind in seen:
                continue
            seen.add(kind)
            lines += _entry(kind)
    return "\n".join(lines).rstrip() + "\n"


def _entry(kind: type[Entry]) -> list[str]:
    name = f"`{kind.discriminator}: {getattr(kind, 'name', '')}`" if kind.discriminator else kind.__name__
    lines = [
        f"### {name}",
        "",
        (kind.__doc__ or "").strip().split("\n")[0],
        "",
        "| field | holds | must | what it is |",
        "|---|---|---|---|",
    ]
    for f in declared(kind):
        lines.append(f"| `{f.name}` | {_holds(f)} | {'yes' if f.required else 'no'} | {f.description} |")
    return [*lines, ""]


def _holds(f: Field) -> str:
    if f.kind is Text:
        words = {"inline": "sentence, both languages", "block": "paragraphs, both languages", "": "text, both languages"}[f.markdown]
    elif f.kind is Words:
        words = "lists of words, both languages"
    elif issubclass(f.kind, Entry) and f.kind.variants():
        words = f"a {f.kind.noun}: " + ", ".join(f"`{name}`" for name in f.kind.variants())
    elif issubclass(f.kind, Entry):
        words = f.kind.__name__
    elif f.values:
        words = ", ".join(f"`{value}`" for value in f.values)
    else:
        words = f.pattern_words or {str: "text", bool: "`true` or `false`", int: "whole number", float: "number"}[f.kind]
    return f"list: {words}" if f.many else words
