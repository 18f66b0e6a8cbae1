"""What trainers print: cards with lines to cut along, tables to fill in, posters, scenes, an evaluation."""

from __future__ import annotations

import html
from collections.abc import Iterator

from manusiawi.entries.classroom.sheets import Card, Sheet
from manusiawi.entries.items import BranchingCase, Matching
from manusiawi.ground.catalogue import say
from manusiawi.ground.links import built_link
from manusiawi.model.classroom import listed, users
from manusiawi.model.course import Course
from manusiawi.render.inline import ItemTexts, item_texts
from manusiawi.render.law import law_box

Printed = tuple[str, str]  # the head and the text of a card, as HTML


def sheet(course: Course, language: str, page: str, name: str) -> str:
    """A sheet with what it is used for, which does not print."""
    entry = course.sheets[name]
    texts = item_texts(course, language, page, entry)
    lead = f'<p class="sheet-lead">{texts.inline(entry.lead[language])}</p>\n' if entry.lead else ""
    if entry.columns:
        inside = f"{_name(entry, language)}{lead}{_table(course, language, entry, texts)}"
    elif entry.questions:
        inside = f"{_name(entry, language)}{lead}{_questions(entry, language, texts)}"
    else:
        cards = _cards(course, language, entry, texts)
        inside = _name(entry, language) + "".join(
            f'<div class="cut"><p class="cut-head">{head}</p>{text}</div>\n' if head else f'<div class="cut">{text}</div>\n'
            for head, text in cards
        )
    cut = "" if entry.columns or entry.questions else " cut-apart"
    return (
        f'<p class="used">{_used(course, language, page, entry)}</p>\n'
        f'<div class="to-print{cut}" data-kind="{entry.kind}" data-per="{entry.per_sheet}">\n{inside}</div>\n'
    )


def _name(entry: Sheet, language: str) -> str:
    """The title as it is printed; on the screen it stands as a heading already."""
    return f'<p class="print-title" aria-hidden="true">{html.escape(entry.title[language], quote=False)}</p>\n'


def _used(course: Course, language: str, page: str, entry: Sheet) -> str:
    """How it prints, and the notes and activities that use it."""
    links = []
    for kind, name in users(course, entry.id):
        if kind == "module":
            module = course.modules[name]
            words, address = say(language, "module", number=module.number), built_link(page, course.names.notes_of(name))
            words = f"{words}: {html.escape(module.title[language], quote=False)}"
        else:
            words, address = (
                html.escape(course.activities[name].title[language], quote=False),
                built_link(page, course.names.activities, name),
            )
        links.append(f'<a href="{address}">{words}</a>')
    per = say(language, "sheet-per", count=entry.per_sheet) if entry.per_sheet != "1" else say(language, "sheet-whole")
    return f"{per} {say(language, 'sheet-used', links=', '.join(links))}" if links else per


def _cards(course: Course, language: str, entry: Sheet, texts: ItemTexts) -> Iterator[Printed]:
    """The cards of a sheet, from wherever their words stand."""
    if entry.page:
        folder = ItemTexts(course, language, texts.folder, entry.page.partition("/")[0])
        for number, (head, words) in enumerate(listed(course, language, entry.page), 1):
            yield folder.inline(head) if head else str(number), f"<p>{folder.inline(_sentence(words))}</p>"
    if entry.item:
        item = course.items[entry.item]
        own = texts.of(item)
        if isinstance(item, Matching):
            for number, pair in enumerate(item.pairs, 1):
                yield str(number), f"<p>{own.inline(pair.left[language])}</p>"
        if isinstance(item, BranchingCase):
            yield from _scenes(item, language, own)
    if entry.lens and course.lens:
        yield html.escape(entry.title[language], quote=False), _steps(course, language, texts)
    for card in entry.cards:
        yield _card(course, language, card, texts)


def _steps(course: Course, language: str, texts: ItemTexts) -> str:
    """The questions of the lens, one below the other, for a wall."""
    rows = ""
    for step in course.lens.steps if course.lens else ():
        own = texts.of(step)
        rows += f"<li><b>{own.inline(step.title[language])}</b><br>{own.inline(step.question[language])}</li>\n"
    return f'<ol class="steps">\n{rows}</ol>'


def _scenes(item: BranchingCase, language: str, texts: ItemTexts) -> Iterator[Printed]:
    """Each scene of a case, numbered, with the number of the scene to which each choice leads."""
    numbers = {node.id: number for number, node in enumerate(item.nodes, 1)}
    for node in item.nodes:
        choices = "".join(
            f"<li>{texts.inline(choice.text[language])} <b>{say(language, 'sheet-scene-next', number=numbers[choice.to])}</b></li>"
            for choice in node.choices
            if choice.to in numbers
        )
        ending = texts.block(node.ending[language]) if node.ending else ""
        head = f"{say(language, 'sheet-scene', number=numbers[node.id])} {texts.inline(node.title[language])}"
        yield head, texts.block(node.text[language]) + (f"<ul>{choices}</ul>" if choices else "") + ending


def _card(course: Course, language: str, card: Card, texts: ItemTexts) -> Printed:
    citation = course.citation(card.law) if card.law else None
    head = texts.inline(card.title[language]) if card.title else ""
    if card.person:
        head = head or html.escape(course.people[card.person].name, quote=False)
    text = texts.block(card.text[language]) if card.text else ""
    return head, text + (law_box(citation, language, texts.citation_link) if citation else "")


def _sentence(words: str) -> str:
    """Words that followed a name and a colon, with a capital letter."""
    return words[:1].upper() + words[1:]


def _table(course: Course, language: str, entry: Sheet, texts: ItemTexts) -> str:
    """A table to fill in: its rows begin with words, the other cells are empty."""
    head = "".join(f'<th scope="col">{texts.inline(column[language])}</th>' for column in entry.columns)
    empty = "<td></td>" * (len(entry.columns) - 1)
    body = "".join(f'<tr><th scope="row">{words}</th>{empty}</tr>\n' for words in _rows(course, language, entry, texts))
    return f'<table class="fill"><thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody></table>\n'


def _rows(course: Course, language: str, entry: Sheet, texts: ItemTexts) -> Iterator[str]:
    for row in entry.rows:
        yield texts.inline(row[language])
    if entry.lens and course.lens:
        for number, step in enumerate(course.lens.steps, 1):
            own = texts.of(step)
            yield f"{number}. {own.inline(step.title[language])}<br><span>{own.inline(step.question[language])}</span>"
    if entry.page:
        folder = ItemTexts(course, language, texts.folder, entry.page.partition("/")[0])
        for head, words in listed(course, language, entry.page):
            told = folder.inline(_sentence(words))
            yield f"{folder.inline(head)}<br><span>{told}</span>" if head else told


def _questions(entry: Sheet, language: str, texts: ItemTexts) -> str:
    """Questions with answers to tick, or with lines to write on."""
    rows = ""
    for question in entry.questions:
        ticks = "".join(
            f'<li><span class="tick" aria-hidden="true"></span> {texts.inline(answer[language])}</li>' for answer in question.answers
        )
        space = f'<ul class="ticks">{ticks}</ul>' if ticks else '<div class="lines" aria-hidden="true"></div>'
        rows += f"<li>{texts.inline(question.text[language])}{space}</li>\n"
    return f'<ol class="asked">\n{rows}</ol>\n'
