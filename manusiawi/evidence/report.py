"""Makes the report page of the evidence: one file that opens anywhere, in either language, for eyes, ears and paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from manusiawi.entries.evidence import Observed
from manusiawi.evidence.bank import Bank
from manusiawi.evidence.result import Result
from manusiawi.ground.catalogue import say
from manusiawi.language.known import of
from manusiawi.language.words import plain
from manusiawi.lint.reasons import Reason
from manusiawi.model.course import Course

TEN = 10
_STYLES = Path(__file__).resolve().parent.parent / "web" / "evidence.css"


def report_page(result: Result, course: Course, bank: Bank, language: str, left_out: list[str]) -> str:
    """The page; `left_out` are the lines that tell what was not read."""
    page = _Page(result, course, bank, language)
    parts = [
        page.lead(),
        page.ranking(),
        page.questions(),
        page.options(),
        page.sets(),
        page.gains(),
        page.groups(),
        page.notes(left_out),
    ]
    title = escape(say(language, "ev-title"))
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>\n{_STYLES.read_text('utf-8')}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        + "\n".join(filter(None, parts))
        + "\n</main>\n</body>\n</html>\n"
    )


class _Page:
    """Writes the parts of the page in one language."""

    def __init__(self, result: Result, course: Course, bank: Bank, language: str) -> None:
        self.result, self.course, self.bank, self.language = result, course, bank, language

    def say(self, name: str, **values: object) -> str:
        return escape(say(self.language, f"ev-{name}", **values))

    def number(self, value: float | None, digits: int = 2) -> str:
        """A number as the language writes it; what is not known is said, since a dash is heard as nothing."""
        if value is None:
            return f'<span class="none">{self.say("none")}</span>'
        text = f"{value:,.{digits}f}".replace("-", "−")
        signs = of(self.language).signs
        return text.translate({ord(","): signs.thousands, ord("."): signs.decimal})

    def share(self, value: float | None) -> str:
        return self.number(value) if value is None else f"{self.number(100 * value, 0)}%"

    def between(self, shown: Callable[[float | None], str], low: float | None, high: float | None) -> str:
        """An interval; not counted where it has no ends."""
        return shown(None) if low is None or high is None else f"{shown(low)}–{shown(high)}"

    def question(self, item: str, revision: str) -> str:
        return f"{escape(item)} ({escape(revision)})"

    def lead(self) -> str:
        counts = {"people": self.number(self.result.people, 0), "answers": self.number(self.result.answers, 0)}
        return f"<p>{self.say('lead', questions=len(self.result.observed), **counts)}</p>\n<p>{self.say('privacy')}</p>"

    def title(self, one: Observed) -> str:
        """What is asked, in the language that was answered; a question that is gone has its name alone."""
        asked = self.bank.asked.get(one.item)
        spoken = one.revision[:2]
        return f'<span lang="{spoken}">{escape(asked.titles.get(spoken, ""))}</span>' if asked else ""

    def ranking(self) -> str:
        found = self.result.ranked(self.bank)[:TEN]
        if not found:
            return f"<h2>{self.say('ranking')}</h2>\n<p>{self.say('ranking-none')}</p>"
        entries = "\n".join(
            f"<li><p><b>{self.name(one)}</b> {self.title(one)}</p>\n<ul>\n"
            + "\n".join(f"<li>{self.reason(reason, one)}</li>" for reason in why)
            + "\n</ul></li>"
            for one, why in found
        )
        return f'<h2>{self.say("ranking")}</h2>\n<p>{self.say("ranking-say")}</p>\n<ol class="ranking">\n{entries}\n</ol>'

    def name(self, one: Observed) -> str:
        return self.question(one.item, one.revision)

    def reason(self, reason: Reason, one: Observed) -> str:
        values = {"people": self.number(one.people, 0), "share": self.share(reason.value), "value": self.number(reason.value)}
        about = say(self.language, f"ev-between-{reason.about}") if reason.name == "difference" else self.option(one, reason.about)
        return self.say(f"reason-{reason.name}", about=about, **values)

    def option(self, one: Observed, name: str) -> str:
        """The words of an option, in the language that was answered."""
        asked = self.bank.asked.get(one.item)
        if ":" in one.item:
            return say(self.language, f"ev-{name}")
        return asked.shown.get(one.revision[:2], {}).get(name, name) if asked else name

    def questions(self) -> str:
        head = [
            "question",
            "people",
            "facility",
            "interval",
            "discrimination",
            "sure",
            "sure-wrong",
            "seconds",
            "difficulty",
            "languages",
            "groups",
        ]
        rows = []
        for one in self.result.observed:
            classes = {difference.between: f"{difference.category} ({self.number(difference.delta)})" for difference in one.differences}
            endless = (one.item, one.revision) in self.result.unestimable
            rows.append(
                [
                    f"{self.name(one)}<br>{self.title(one)}",
                    self.number(one.people, 0),
                    self.share(one.facility),
                    self.between(self.share, one.low, one.high),
                    self.number(one.discrimination),
                    self.share(one.sure),
                    self.share(one.sure_wrong),
                    self.number(one.seconds, 0),
                    self.say("endless") if endless else self.number(one.difficulty),
                    *(classes.get(name) or self.number(None) for name in ("languages", "groups")),
                ]
            )
        return self.table("questions", head, rows)

    def options(self) -> str:
        rows = []
        for one in self.result.observed:
            asked = self.bank.asked.get(one.item)
            shares = {taken.option: taken.share for taken in one.options}
            current = asked is not None and one.revision in asked.revisions.values()
            names = [*asked.options, *(name for name in shares if name not in asked.options)] if asked and current else list(shares)
            for name in names:
                belief = self.course.misconceptions.get(asked.beliefs.get(name, "")) if asked else None
                verdict = self.say("key" if asked.options[name] else "distractor") if asked and name in asked.options else self.number(None)
                rows.append(
                    [
                        self.name(one),
                        f'<span lang="{one.revision[:2]}">{escape(self.option(one, name))}</span>',
                        verdict,
                        self.share(shares.get(name, 0.0)),
                        escape(plain(belief.text[self.language])) if belief else "",
                    ]
                )
        return self.table("options", ["question", "option", "kind", "share", "belief"], rows)

    def sets(self) -> str:
        rows = [
            [
                self.number(one.questions, 0),
                self.number(one.people, 0),
                self.number(one.alpha),
                f"{self.number(one.low)}–{self.number(one.high)}",
            ]
            for one in self.result.sets
        ]
        return self.table("sets", ["set-questions", "people", "alpha", "interval"], rows)

    def gains(self) -> str:
        rows = [
            [
                self.question(item, revision),
                self.number(one.people, 0),
                self.share(one.before),
                self.share(one.after),
                self.number(one.p, 3),
            ]
            for (item, revision), one in self.result.changes.items()
        ]
        means = [
            [
                self.say(f"rise-{name}"),
                self.number(one.people, 0),
                self.share(one.before),
                self.share(one.rise),
                self.between(self.share, one.low, one.high),
            ]
            for name, one in self.result.rises.items()
        ]
        return self.table("rises", ["rise", "people", "before", "difference", "interval"], means) + self.table(
            "gains", ["question", "people", "before", "after", "chance"], rows
        )

    def groups(self) -> str:
        rows = [
            [
                self.question(item, revision),
                escape(group),
                one.category,
                self.number(one.delta),
                self.number(one.reference, 0),
                self.number(one.focal, 0),
            ]
            for (item, revision, group), one in self.result.groups.items()
            if one.category != "A"
        ]
        return self.table("difs", ["question", "group", "class", "delta", "reference", "focal"], rows)

    def notes(self, left_out: list[str]) -> str:
        slugs = {what.replace(" ", "-"): count for what, count in self.result.hidden.items()}
        hidden = [f"{count} {say(self.language, f'ev-hidden-{what}')}" for what, count in slugs.items()]
        lines = [self.say("away", count=self.number(self.result.away, 0))] if self.result.away else []
        lines += [self.say("fitted", count=self.number(self.result.fitted, 0))] if self.result.fitted else []
        lines += [self.say("hidden", what=", ".join(hidden))] if hidden else []
        made = f"<h2>{self.say('notes')}</h2>\n<p>{self.say('how')}</p>\n" + _list(lines)
        return made + (f'<h3>{self.say("left-out")}</h3>\n<div lang="en">{_list(map(escape, left_out))}</div>' if left_out else "")

    def table(self, name: str, head: list[str], rows: list[list[str]]) -> str:
        """A table under its heading, which scrolls by itself and by keyboard where the window is narrow; nothing where it has no rows."""
        if not rows:
            return ""
        columns = "".join(f'<th scope="col">{self.say(f"col-{column}")}</th>' for column in head)
        body = "\n".join(f'<tr><th scope="row">{row[0]}</th>' + "".join(f"<td>{cell}</td>" for cell in row[1:]) + "</tr>" for row in rows)
        return (
            f'<h2 id="{name}">{self.say(name)}</h2>\n<p>{self.say(f"{name}-say")}</p>\n'
            f'<div class="wide" role="region" tabindex="0" aria-labelledby="{name}">\n<table>\n<thead><tr>{columns}</tr></thead>\n'
            f"<tbody>\n{body}\n</tbody>\n</table>\n</div>\n"
        )


def _list(lines: Iterable[str]) -> str:
    entries = "".join(f"<li>{line}</li>\n" for line in lines)
    return f"<ul>\n{entries}</ul>\n" if entries else ""
