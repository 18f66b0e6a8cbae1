"""The tests before and after: questions that print as a paper test, the frame of the result, the keys for trainers."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable

from manusiawi.entries.items import FORMS, SingleChoice
from manusiawi.ground.catalogue import say
from manusiawi.ground.links import built_link
from manusiawi.language.numbers import shown
from manusiawi.model.course import Course
from manusiawi.model.forms import ASSUMED_R, form_items, guessed, reliability
from manusiawi.model.gains import WRONGLY, least_falls, least_rises
from manusiawi.render.questions.parts import Setting
from manusiawi.render.questions.tested import key_letter, render_tested, render_tested_key

Settings = Callable[[str, int, int, int], Setting]  # where a question stands: its id, number, of how many, level of heading
TITLES = {"a": "test-before", "b": "test-after"}


def test(course: Course, language: str, page: str, form: str, settings: Settings) -> str:
    """A form's questions and the result that the script fills in; without a script they are a test on paper."""
    items = form_items(course, form)
    questions = "".join(render_tested(item, settings(item.id, number, len(items), 2)) for number, item in enumerate(items, 1))
    key = f'<a href="{built_link(page, course.names.keys_of_tests[form])}">{say(language, "test-keys")}</a>'
    paper = "".join(f'<p class="test-paper">{say(language, name)}</p>' for name in ("test-name", "test-date"))
    return (
        f'<div class="test" data-test="{form}"><p class="noscript">{say(language, "test-noscript")}</p>{paper}\n'
        f'<p class="mq-note" aria-live="polite"></p><div class="test-items">\n{questions}</div>\n'
        f'<p class="noscript">{say(language, "test-compare", key=key)}</p>{_result(course, language, items)}</div>\n'
    )


def keys(course: Course, language: str, form: str, settings: Settings) -> str:
    """A form's letters at a glance, then each question with its reasons."""
    items = form_items(course, form)
    letters = "".join(f"<li>{key_letter(item)}</li>" for item in items)
    sheets = "".join(
        render_tested_key(item, settings(item.id, number, len(items), 2), f"{form}-{item.id}") for number, item in enumerate(items, 1)
    )
    return f'<div class="test-keys"><ol class="test-letters">{letters}</ol>\n{sheets}</div>\n'


def trust(language: str, count: int) -> str:
    """How far a test of so many items can be trusted, in words."""
    trust, assumed = shown(round(reliability(count), 2), language), shown(ASSUMED_R, language)
    return say(language, "test-trust", count=count, reliability=trust, assumed=assumed)


def _result(course: Course, language: str, items: list[SingleChoice]) -> str:
    modules = [module for module in course.modules.values() if any(course.item_modules[item.id] == module.slug for item in items)]
    outcomes = [outcome for module in modules for outcome in module.outcomes if any(item.outcome == outcome.id for item in items)]
    by_module = _rows("module", ((module.slug, f"{module.number}. {module.title[language]}") for module in modules))
    by_outcome = _rows("outcome", ((outcome.id, outcome.text[language]) for outcome in outcomes))
    return (
        f'<section class="test-result" hidden><h2 id="hasil" tabindex="-1">{say(language, "test-result")}</h2>\n'
        f'<div class="score"></div><p>{trust(language, len(items))}</p>\n{_gain(course, language)}'
        f'<h3 id="menurut-modul">{say(language, "test-by-module")}</h3><p>{say(language, "test-few")}</p>'
        f"{_table(language, 'menurut-modul', ('record-module', 'record-right'), by_module)}"
        f'<h3 id="menurut-hasil">{say(language, "test-by-outcome")}</h3>'
        f"{_table(language, 'menurut-hasil', ('test-outcome', 'record-right'), by_outcome)}"
        f'<h3 id="belum-tepat">{say(language, "test-wrong")}</h3><div class="wrong"></div></section>'
    )


def _gain(course: Course, language: str) -> str:
    """What the script says of both tests once they are done, from which rise or fall on it is more than chance, and their chart."""
    if not course.test:
        return ""
    first = form_items(course, FORMS[0])
    limits = {"rises": least_rises(len(first), guessed(first)), "falls": least_falls(len(first))}
    held = "".join(f' data-{name}="{" ".join(map(str, least))}"' for name, least in limits.items())
    rows = "".join(
        f'<tr data-form="{form}"><th scope="row">{say(language, TITLES[form])}</th><td></td><td></td><td></td></tr>\n' for form in FORMS
    )
    table = _table(language, "kenaikan", ("test-which", "record-right", "test-percent", "test-between"), rows)
    return (
        f'<div class="test-gain"{held} hidden><h3>{say(language, "test-gain")}</h3><p class="gain"></p>'
        f'<figure class="chart"><p class="chart-title" id="kenaikan">{say(language, "test-gain-title")}</p>{table}'
        f"<figcaption>{say(language, 'test-gain-note', wrongly=shown(WRONGLY, language))}</figcaption></figure></div>\n"
    )


def _rows(kind: str, entries: Iterable[tuple[str, str]]) -> str:
    return "".join(
        f'<tr data-{kind}="{name}"><th scope="row">{html.escape(words, quote=False)}</th><td></td></tr>\n' for name, words in entries
    )


def _table(language: str, label: str, heads: Iterable[str], rows: str) -> str:
    head = "".join(f'<th scope="col">{say(language, name)}</th>' for name in heads)
    return f'<table class="figures" aria-labelledby="{label}"><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table>\n'
