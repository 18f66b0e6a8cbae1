"""Writes made-up courses for measurements: questions of six types, or the same text as plain Markdown."""

from __future__ import annotations

from pathlib import Path

MODULES = 50
KINDS = ("single-choice", "single-choice", "single-choice", "multiple-choice", "true-false", "ordering")

CONFIG = """INHERIT: {project}/mkdocs.yml
docs_dir: docs/id
site_dir: site
strict: false
theme:
  custom_dir: {project}/overrides
hooks:
  - {project}/build_quiz.py
markdown_extensions:
  manusiawi.render.extension:
    root: {root}
nav:
"""
HEAD = "---\ntitle: {title}\ndescription: Halaman untuk pengukuran.\n---\n# {title}\n\n"
OPTIONS = (
    "Bertanya dulu kepada orangnya tentang **kebutuhannya**",
    "Melayani menurut nomor seperti orang lain",
    "Menyerahkan urusan itu kepada petugas lain",
)
REASON = "Alasan ini menerangkan mengapa pilihan itu tepat atau belum tepat bagi orang di depan Anda."


def _questions(count: int) -> list[int]:
    """How many questions each module gets."""
    return [count // MODULES + (number < count % MODULES) for number in range(MODULES)]


def _both(name: str, text: str, indent: str) -> str:
    return f"{indent}{name}:\n{indent}  id: {text}\n{indent}  en: {text}\n"


def _stem(module: int, number: int) -> str:
    return f"Warga nomor {number} di loket {module} tidak mendengar panggilan. Apa yang Anda lakukan?"


def _item(module: int, number: int) -> str:
    kind = KINDS[number % len(KINDS)]
    lines = [
        f"- id: m{module}-soal-{number}\n  type: {kind}\n  outcome: o{module}\n  bloom: C3\n  lesson: teks#isi\n",
        _both("stem", _stem(module, number), "  "),
    ]
    if kind.endswith("choice"):
        lines.append("  options:\n")
        keys = 2 if kind == "multiple-choice" else 1
        for place, text in enumerate(OPTIONS):
            lines.append(f"  - {'key: true' if place < keys else 'misconception: cepat'}\n")
            lines += [_both("text", f"{text} ({number})", "    "), _both("feedback", REASON, "    ")]
    elif kind == "true-false":
        lines.append("  statements:\n")
        for place, text in enumerate(OPTIONS):
            lines.append(f"  - answer: {'true' if place % 2 else 'false'}\n    misconception: cepat\n")
            lines += [_both("text", f"{text} ({number})", "    "), _both("feedback", REASON, "    ")]
    else:
        lines.append("  steps:\n")
        for text in OPTIONS:
            lines += ["  -\n", _both("text", f"{text} ({number})", "    "), _both("feedback", REASON, "    ")]
    return "".join(lines)


def _plain_item(module: int, number: int) -> str:
    options = "".join(f"- {text} ({number})\n" for text in OPTIONS)
    answers = "".join(f"- **Tepat:** {text} ({number})\n\n    {REASON}\n\n" for text in OPTIONS)
    return (
        f"### Soal {number} {{#soal-{number}}}\n\n{_stem(module, number)}\n\n{options}\n"
        f"#### Jawaban soal {number} {{#jawaban-{number}}}\n\n{answers}"
    )


def _frame(root: Path, project: Path) -> None:
    """The pages that both courses share."""
    nav = "".join(
        f"  - Modul {module}:\n      - m{module}/index.md\n      - m{module}/teks.md\n      - m{module}/soal.md\n"
        for module in range(MODULES)
    )
    for language in ("id", "en"):
        for module in range(MODULES):
            folder = root / "docs" / language / f"m{module}"
            folder.mkdir(parents=True)
            lesson = HEAD.format(title=f"Modul {module}") + "## Isi {#isi}\n\n" + "Seorang warga datang ke loket. " * 40 + "\n"
            (folder / "teks.md").write_text(lesson, "utf-8")
            (folder / "index.md").write_text(HEAD.format(title=f"Isi modul {module}"), "utf-8")
    (root / "course").mkdir()
    (root / "quizzes").mkdir()
    for name, top in (("law", "instruments"), ("facts", "facts"), ("glossary", "terms")):
        (root / f"course/{name}.yml").write_text(f"{top}: {_first(name)}\n", "utf-8")
    modules = "".join(
        f"- number: {module}\n  slug: m{module}\n" + _both("title", f"Modul {module}", "  ") + "  seed: [S1]\n  outcomes:\n"
        f"  - id: o{module}\n    bloom: C3\n"
        + _both("text", "menerapkan", "    ")
        + f"  lessons:\n  - slug: teks\n    minutes: 5\n    outcomes: [o{module}]\n"
        for module in range(MODULES)
    )
    (root / "course/course.yml").write_text(
        f"modules:\n{modules}misconceptions:\n- id: cepat\n" + _both("text", "Cepat berarti adil.", "  "), "utf-8"
    )
    (root / "mkdocs.yml").write_text(CONFIG.format(project=project.as_posix(), root=root.as_posix()) + nav, "utf-8")


def _first(name: str) -> str:
    """One entry, since an empty list is a fault."""
    return {
        "law": "[{id: uu-x, short: {id: UU X, en: Law X}, title: {id: Contoh, en: Example}, status: {id: Contoh, en: Example}, url: 'https://example.org',"
        " checked: 2026-01-01, passages: [{article: Pasal 1, verbatim: true, text: Contoh, translation: Example, checked: 2026-01-01}]}]",
        "facts": "[{id: f, statement: {id: Contoh, en: Example}, publisher: Contoh, url: 'https://example.org', checked: 2026-01-01}]",
        "glossary": "[{id: t, term: {id: contoh, en: example}, meaning: {id: Contoh, en: Example}}]",
    }[name]


def write_quizzes(root: Path, count: int, project: Path) -> None:
    """A course whose modules have question banks."""
    _frame(root, project)
    for module, number in enumerate(_questions(count)):
        items = "".join(_item(module, place) for place in range(number))
        (root / f"quizzes/m{module}.yml").write_text(f"module: m{module}\nitems:\n{items}", "utf-8")


def write_plain(root: Path, count: int, project: Path) -> None:
    """The same course with the questions written out as plain Markdown."""
    _frame(root, project)
    for module, number in enumerate(_questions(count)):
        items = "".join(_plain_item(module, place) for place in range(number))
        for language in ("id", "en"):
            (root / f"docs/{language}/m{module}/soal.md").write_text(
                HEAD.format(title=f"Soal modul {module}") + "## Soal {#soal}\n\n" + items, "utf-8"
            )
