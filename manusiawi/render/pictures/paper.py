"""Papers as text that looks like paper: real text in the reader's letters, and nothing in it that could be filled in."""

from __future__ import annotations

import html

from manusiawi.binding.fields import Text
from manusiawi.entries.papers import Line, Paper, Row, Sheet
from manusiawi.ground.catalogue import say
from manusiawi.render.inline import ItemTexts

TOLD = {"form": "paper-form", "notice": "paper-notice", "letter": "paper-letter", "screen": "paper-screen", "card": "paper-card"}


def paper(entry: Paper, texts: ItemTexts, anchor: str) -> str:
    """The sheets side by side or one below the other, then the notes to their numbers."""
    told = say(texts.language, TOLD[entry.look])
    sheets = "\n".join(_sheet(sheet, entry.look, texts, anchor) for sheet in entry.sheets)
    notes = "".join(f'<li id="{anchor}-{number}">{texts.inline(note[texts.language])}</li>\n' for number, note in enumerate(entry.notes, 1))
    return f'<p class="pic-told">{told}</p>\n<div class="sheets">{sheets}</div>' + (
        f'\n<ol class="pic-notes">\n{notes}</ol>' if notes else ""
    )


def _sheet(sheet: Sheet, look: str, texts: ItemTexts, anchor: str) -> str:
    lines = "\n".join(_line(line, texts, anchor) for line in sheet.lines)
    name = f'<p class="sheet-name">{_plain(sheet.name, texts)}</p>\n' if sheet.name else ""
    return f'<div>{name}<div class="sheet sheet-{look}">\n{lines}\n</div></div>'


def _line(line: Line, texts: ItemTexts, anchor: str) -> str:
    """One line of the sheet; its mark stands at the end of its first words."""
    mark = _mark(line.mark, texts, anchor)

    def words(text: Text) -> str:
        return texts.inline(text[texts.language])

    if line.heading:
        return f'<p class="sheet-head">{words(line.heading)}{mark}</p>'
    if line.text:
        return f"<p>{words(line.text)}{mark}</p>"
    if line.field:
        filled = _plain(line.value, texts) if line.value else f'<span class="sr">{say(texts.language, "paper-empty")}</span>'
        return f'<p class="sheet-field"><span>{words(line.field)}{_colon(line.field, texts)}</span> <i>{filled}</i>{mark}</p>'
    if line.boxes:
        return _boxes(line, texts, mark)
    if line.rows:
        return _rows(line, texts, mark)
    if line.sign:
        return f'<p class="sheet-sign"><span class="sr">{say(texts.language, "paper-sign")} </span>{_plain(line.sign, texts)}{mark}</p>'
    return (
        f'<p class="sheet-stamp"><span class="sr">{say(texts.language, "paper-stamp")} </span><b>{_plain(line.stamp, texts)}</b>{mark}</p>'
        if line.stamp
        else ""
    )


def _plain(text: Text, texts: ItemTexts) -> str:
    return html.escape(text[texts.language], quote=False)


def _colon(label: Text, texts: ItemTexts) -> str:
    return "" if label[texts.language].endswith((":", "?", ".")) else ":"


def _mark(number: int, texts: ItemTexts, anchor: str) -> str:
    """The number of a note, which leads to it; a voice says that it is one."""
    if not number:
        return ""
    return f'&nbsp;<a class="note" href="#{anchor}-{number}"><span class="sr">{say(texts.language, "paper-note")} </span>{number}</a>'


def _boxes(line: Line, texts: ItemTexts, mark: str) -> str:
    """Options with their boxes; the state of each is said in words too, since a drawn box is no control."""
    rows = []
    for place, box in enumerate(line.boxes):
        state = say(texts.language, "paper-ticked" if box.ticked else "paper-unticked")
        sign = ' class="on"' if box.ticked else ""
        end = mark if place == len(line.boxes) - 1 else ""
        rows.append(f'<li{sign}>{texts.inline(box.text[texts.language])} <span class="sr">({state})</span>{end}</li>\n')
    return f'<ul class="sheet-boxes">\n{"".join(rows)}</ul>'


def _rows(line: Line, texts: ItemTexts, mark: str) -> str:
    heads = "".join(f'<th scope="col">{texts.inline(head[texts.language])}</th>' for head in line.columns)
    rows = [_row(row, texts, mark if row is line.rows[-1] else "") for row in line.rows]
    head = f"<thead><tr>{heads}</tr></thead>\n" if heads else ""
    return f'<table class="figures">{head}<tbody>\n{"".join(rows)}</tbody></table>'


def _row(row: Row, texts: ItemTexts, mark: str) -> str:
    return "<tr>" + "</td>".join(f"<td>{texts.inline(cell[texts.language])}" for cell in row.cells) + f"{mark}</td></tr>\n"
