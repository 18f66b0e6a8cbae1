"""Shows where the course answers each statement of the speech."""

from __future__ import annotations

import html

from manusiawi.ground.catalogue import say
from manusiawi.ground.links import built_link
from manusiawi.model.course import Course
from manusiawi.render.inline import item_texts


def speech(course: Course, language: str, page: str) -> str:
    """A row for each statement: what it says, then lesson, outcome, question and case."""
    rows = ""
    for row in course.speech.values():
        texts = item_texts(course, language, page, row)
        lesson, _, anchor = row.lesson.partition("#")
        item = course.items[row.item]
        stem = texts.of(item).inline(item.stem[language])
        answers = [
            (say(language, "speech-lesson"), _link(course, language, page, f"{lesson}.md", anchor)),
            (say(language, "speech-outcome"), html.escape(course.outcomes[row.outcome].text[language], quote=False)),
            (say(language, "speech-item"), f'<a href="{built_link(page, course.item_path(item.id), item.id)}">{stem}</a>'),
            ("", _link(course, language, page, f"{row.case}.md")),
        ]  # the titles of cases say that they are cases
        rows += (
            f'<tr id="{row.id.lower()}"><th scope="row">{row.id}. {texts.inline(row.text[language])}</th>'
            f"<td>{''.join(map(_line, answers))}</td></tr>\n"
        )
    return (
        f'<table class="figures speech"><thead><tr><th scope="col">{say(language, "speech-says")}</th>'
        f'<th scope="col">{say(language, "speech-answer")}</th></tr></thead>\n'
        f"<tbody>\n{rows}</tbody></table>\n"
    )


def _line(named: tuple[str, str]) -> str:
    name, answer = named
    return f"<p><b>{name}</b> {answer}</p>" if name else f"<p>{answer}</p>"


def _link(course: Course, language: str, page: str, path: str, anchor: str = "") -> str:
    return f'<a href="{built_link(page, path, anchor)}">{html.escape(course.pages[language][path].head.title, quote=False)}</a>'
