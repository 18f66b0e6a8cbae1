"""What trainers read, made of their notes and of the plan: sessions, questions to the room, timetables."""

from __future__ import annotations

import html
from collections.abc import Iterable

from manusiawi.binding.fields import Text
from manusiawi.entries.classroom.workshops import Day, Part
from manusiawi.ground.catalogue import say
from manusiawi.ground.links import built_link
from manusiawi.language.numbers import clock
from manusiawi.model.classroom import minutes_of, read_ahead
from manusiawi.model.course import Course
from manusiawi.render.classroom.activities import timed
from manusiawi.render.inline import ItemTexts, item_texts
from manusiawi.render.tests import TITLES


def trainer(course: Course, language: str, page: str, part: str) -> str:
    """One part of the trainer's notes on the page's module, or the list of all modules."""
    if part == "modules":
        return _modules(course, language, page)
    module = page.rpartition("/")[0]
    notes = course.trainers[module]
    texts = item_texts(course, language, page, notes)
    if part == "outcomes":
        return _list(outcome.text[language] for outcome in course.modules[module].outcomes)
    if part == "minutes":
        return _minutes(course, language, page, module)
    if part == "ahead":
        return _ahead(course, language, page, [f"{module}/{slug}" for slug in notes.ahead])
    if part == "steps":
        return _list((timed(language, step.minutes, texts.inline(step.text[language])) for step in notes.steps), "ol", ready=True)
    if part == "prompts":
        return _prompts(course, language, module, texts)
    if part == "no-network":
        return f"<p>{texts.inline(notes.no_network[language])}</p>"
    entries = {"materials": notes.materials, "watch": notes.watch, "disabilities": notes.disabilities}[part]
    return _list((texts.inline(text[language]) for text in entries), ready=True)


def _list(entries: Iterable[str], tag: str = "ul", ready: bool = False) -> str:
    return f"<{tag}>" + "".join(f"<li>{entry if ready else html.escape(entry, quote=False)}</li>\n" for entry in entries) + f"</{tag}>\n"


def _links(rows: Iterable[str]) -> str:
    """A list of links that a thumb hits."""
    return '<ul class="rows">' + "".join(f"<li>{row}</li>\n" for row in rows) + "</ul>\n"


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of ready HTML; the first cell of each row is its head."""
    head = "".join(f'<th scope="col">{cell}</th>' for cell in heads)
    body = "".join(
        "<tr>"
        + "".join(f'<th scope="row">{cell}</th>' if not number else f"<td>{cell}</td>" for number, cell in enumerate(row))
        + "</tr>\n"
        for row in rows
    )
    return f'<table class="figures"><thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody></table>\n'


_PARTS = {"opening": "session-opening", "case": "session-case", "debrief": "session-debrief"}


def _minutes(course: Course, language: str, page: str, slug: str) -> str:
    """The session's minutes, then the lessons' own, which learners see as a range."""
    notes, module = course.trainers[slug], course.modules[slug]
    session = [(say(language, words), str(notes.minutes_of(name))) for name, words in _PARTS.items()]
    session.append((say(language, "session-total"), str(notes.minutes)))
    lessons = [(_link(course, language, page, f"{slug}/{lesson.slug}.md"), str(lesson.minutes)) for lesson in module.lessons]
    lessons.append((say(language, "session-total"), str(sum(lesson.minutes for lesson in module.lessons))))
    unit = say(language, "unit-minutes")
    return _table((say(language, "session-in-room"), unit), session) + _table((say(language, "session-alone"), unit), lessons)


def _ahead(course: Course, language: str, page: str, lessons: list[str]) -> str:
    """Lessons to read before a session or a day, with their minutes."""
    found = {name: entry[1].minutes for name in lessons if (entry := course.lesson(f"{name}.md"))}
    rows = (
        f"{_link(course, language, page, f'{name}.md')} ({say(language, 'about-minutes', minutes=minutes)})"
        for name, minutes in found.items()
    )
    return _links(rows) + f"<p>{say(language, 'ahead-total', minutes=sum(found.values()))}</p>\n"


def _link(course: Course, language: str, page: str, path: str) -> str:
    return f'<a href="{built_link(page, path)}">{html.escape(course.pages[language][path].head.title, quote=False)}</a>'


def _prompts(course: Course, language: str, module: str, texts: ItemTexts) -> str:
    def line(name: str, text: Text, of: ItemTexts = texts) -> str:
        return f"<p><b>{say(language, name)}</b> {of.inline(text[language])}</p>"

    made = ""
    for number, prompt in enumerate(course.trainers[module].prompts, 1):
        belief = course.misconceptions[prompt.misconception]
        made += (
            f'<section class="prompt"><h3 id="pertanyaan-{number}">{number}. {texts.inline(prompt.ask[language])}</h3>\n'
            f"{line('prompt-expect', prompt.expect)}{line('prompt-heard', prompt.heard)}"
            f"{line('prompt-belief', belief.text, texts.of(belief))}{line('prompt-reply', prompt.reply)}</section>\n"
        )
    return made


def _modules(course: Course, language: str, page: str) -> str:
    """Every module with trainer's notes: its session's minutes, the notes, the key."""
    rows = []
    for slug, notes in sorted(course.trainers.items(), key=lambda entry: course.modules[entry[0]].number):
        module = course.modules[slug]
        links = [
            (f"{slug}/index.md", f"{module.number}. {html.escape(module.title[language], quote=False)}"),
            (course.names.notes_of(slug), say(language, "trainer-notes")),
            *(
                [
                    (course.names.workbook_of(slug), say(language, "trainer-workbook")),
                    (course.names.exercises_of(slug), say(language, "trainer-exercises")),
                    (course.names.keys_of(slug), say(language, "trainer-key")),
                ]
                if slug in course.banks
                else []
            ),
        ]
        title, *others = (f'<a href="{built_link(page, path)}">{words}</a>' for path, words in links)
        state = say(language, "about-minutes", minutes=notes.minutes)
        rows.append(f'{title} <span class="state">{state}</span><br>\n{", ".join(others)}')
    return _links(rows)


def workshop(course: Course, language: str, page: str, name: str) -> str:
    """A workshop's lead and the timetable of each day."""
    entry = course.workshops[name]
    texts = item_texts(course, language, page, entry)
    total = f"<p>{say(language, 'workshop-total', minutes=entry.minutes)}</p>\n"
    days = ""
    for number, day in enumerate(entry.days, 1):
        if len(entry.days) > 1:
            days += f'<h3 id="{entry.id}-hari-{number}">{say(language, "workshop-day", number=number)}</h3>\n'
        days += _day(course, language, page, day, texts)
    notes = _list((texts.inline(note[language]) for note in entry.notes), ready=True) if entry.notes else ""
    return texts.block(entry.lead[language]) + total + days + (f"<h3>{say(language, 'workshop-notes')}</h3>\n{notes}" if notes else "")


def _day(course: Course, language: str, page: str, day: Day, texts: ItemTexts) -> str:
    """What to read before a day, and its timetable."""
    hours, minutes = map(int, day.start.split(":"))
    now, rows = hours * 60 + minutes, []
    for part in day.parts:
        length = minutes_of(course, part)
        rows.append((f"{clock(now, language)}–{clock(now + length, language)}", _what(course, language, page, part, texts), str(length)))
        now += length
    table = _table((say(language, "workshop-time"), say(language, "workshop-what"), say(language, "unit-minutes")), rows)
    lessons = read_ahead(course, day)
    before = f"<p><b>{say(language, 'workshop-ahead')}</b></p>\n{_ahead(course, language, page, lessons)}" if lessons else ""
    return before + table


def _what(course: Course, language: str, page: str, part: Part, texts: ItemTexts) -> str:
    """What happens in a part of a day, with the way to the page that it needs."""
    names = course.names
    if part.module:
        module = course.modules[part.module]
        return (
            f'<a href="{built_link(page, f"{part.module}/index.md")}">{say(language, "module", number=module.number)}: '
            f"{html.escape(module.title[language], quote=False)}</a> "
            f'(<a href="{built_link(page, names.notes_of(part.module))}">{say(language, "trainer-notes")}</a>)'
        )
    if part.activity:
        words, address = (
            html.escape(course.activities[part.activity].title[language], quote=False),
            built_link(page, names.activities, part.activity),
        )
        return f'{say(language, "workshop-activity")} <a href="{address}">{words}</a>'
    if part.test:
        form = {"before": "a", "after": "b"}[part.test]
        return f'<a href="{built_link(page, names.tests[form])}">{say(language, TITLES[form])}</a>'
    if part.evaluation:
        sheet = next(sheet for sheet in course.sheets.values() if sheet.kind == "evaluation")
        return f'<a href="{built_link(page, names.sheets, sheet.id)}">{html.escape(sheet.title[language], quote=False)}</a>'
    return texts.inline(part.title[language]) if part.title else ""
