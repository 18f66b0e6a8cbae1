"""The morning at the counter: a text that can be read from one link to the next; the script plays one draw of it."""

from __future__ import annotations

import html
from collections.abc import Iterator
from itertools import takewhile

from manusiawi.entries.morning import Caller, Decision, MorningFile, Scene
from manusiawi.entries.plan import Module, Outcome
from manusiawi.ground.catalogue import say
from manusiawi.ground.links import built_link
from manusiawi.model.course import Course
from manusiawi.model.morning import revision, told_id
from manusiawi.render.inline import ItemTexts, item_texts
from manusiawi.render.questions.parts import attributes

AFTER = "sesudah"  # where the look back begins
_LETTERS = "ABCDEFGH"


def morning(course: Course, language: str, page: str, level: int) -> str:
    """The whole morning: everybody who may come, in order, then what is said afterwards."""
    if not course.morning:
        return ""
    made = _Made(course, course.morning, language, page, level)
    return (
        f'<div class="morning"{attributes(data_rev=revision(course.morning), data_numbers=course.morning.numbers)}>\n'
        f'<p class="noscript">{made.say("morning-noscript", numbers=course.morning.numbers)}</p>\n'
        f'<p class="mq-note" aria-live="polite"></p>\n{"".join(map(made.caller, course.morning.callers))}{made.afterwards()}</div>\n'
    )


class _Made:
    """What the parts of one page's morning share."""

    def __init__(self, course: Course, file: MorningFile, language: str, page: str, level: int) -> None:
        self.course, self.file, self.language, self.page, self.level = course, file, language, page, level
        self.texts: ItemTexts = item_texts(course, language, page, file)
        self.deeds = {deed.id: self.texts.inline(deed.text[language]) for deed in file.deeds}

    def say(self, name: str, **parts: object) -> str:
        return say(self.language, name, **parts)

    def caller(self, caller: Caller) -> str:
        """A person with all scenes; who comes only in some mornings is told in words that the script makes needless."""
        name = html.escape(caller.name[self.language], quote=False)
        number = f'<span class="pg-number">{self.say("morning-number", number=f"{caller.number:03}")}</span> ' if caller.place else ""
        when = [self.say("morning-only", done=self.deeds[caller.deed])] if caller.deed else []
        when += [self.say("morning-other")] if self._is_second(caller) else []
        asked = "".join(f'<p class="pg-when">{words}</p>\n' for words in when)
        ends = "".join(self._told(caller, scene, at, choice) for scene in caller.scenes for at, choice in enumerate(scene.choices))
        scenes = "".join(self._scene(caller, scene) for scene in caller.scenes)
        clock = self._clock() if caller is self.file.callers[0] else ""
        opening = attributes(class_="pg-call", id=caller.id, data_place=caller.place or None, data_deed=caller.deed or None)
        return f"<section{opening}><h{self.level}>{number}{name}</h{self.level}>\n{clock}{asked}{scenes}{ends}</section>\n"

    def _clock(self) -> str:
        """The clock as the morning begins; the script takes it along, and without one it would never move."""
        return f'<p class="pg-clock ran">{self.say("m-clock", last=f"{self.file.numbers:03}", left=0)}</p>\n'

    def _is_second(self, caller: Caller) -> bool:
        earlier = takewhile(lambda other: other is not caller, self.file.callers)
        return bool(caller.place) and any(other.place == caller.place for other in earlier)

    def _scene(self, caller: Caller, scene: Scene) -> str:
        name = f"{caller.id}-{scene.id}"
        echoes = "".join(
            f'<div class="pg-if" data-deed="{echo.deed}"><p class="pg-when">{self.say("morning-if", done=self.deeds[echo.deed])}</p>'
            f"{self.texts.block(echo.text[self.language])}</div>\n"
            for echo in scene.echoes
        )
        ways = "".join(self._way(caller, scene, at, choice) for at, choice in enumerate(scene.choices))
        title = f"<h{self.level + 1}>{self.texts.inline(scene.title[self.language])}</h{self.level + 1}>"
        return (
            f'<section class="mq-node" id="{name}" tabindex="-1">{title}\n{self.texts.block(scene.text[self.language])}\n{echoes}'
            f'<p class="mq-lead">{self.say("choices-here")}</p>\n<ol class="mq-ways">{ways}</ol></section>\n'
        )

    def _way(self, caller: Caller, scene: Scene, at: int, choice: Decision) -> str:
        """A choice as a link, with what it costs."""
        target = f"{caller.id}-{choice.to}" if choice.to else told_id(caller, scene, at)
        costs = [self.say(f"morning-{field}", count=getattr(choice, field)) for field in ("numbers", "leave") if getattr(choice, field)]
        cost = f' <span class="pg-cost">({"; ".join(costs)})</span>' if costs else ""
        when = f'<span class="pg-when">{self.say("morning-if", done=self.deeds[choice.deed])}</span> ' if choice.deed else ""
        facts = attributes(
            data_deed=choice.deed or None,
            data_sets=" ".join(choice.sets) or None,
            data_numbers=choice.numbers or None,
            data_leave=choice.leave or None,
        )
        return f'<li{facts}>{when}<a class="mq-way" href="#{target}">{self._words(choice, at)}</a>{cost}</li>\n'

    def _words(self, choice: Decision, at: int) -> str:
        return f"<b>{_LETTERS[at]}.</b> {self.texts.inline(choice.text[self.language])}"

    def _told(self, caller: Caller, scene: Scene, at: int, choice: Decision) -> str:
        """What came of a choice that ends a person's turn, and the way to the next number."""
        if not choice.told:
            return ""
        name, next_ = told_id(caller, scene, at), self._next(caller)
        lead = f'<p class="pg-when">{self._words(choice, at)}</p>'
        on = self.say("m-next" if next_ != AFTER else "m-noon")
        return (
            f'<section class="mq-node pg-told" id="{name}" tabindex="-1">{lead}'
            f'{self.texts.block(choice.told[self.language])}<p><a class="pg-next" href="#{next_}">{on}</a></p></section>\n'
        )

    def _next(self, caller: Caller) -> str:
        """Who is read after a person, where no script draws: the next place, or who comes in between."""
        after = self.file.callers[self.file.callers.index(caller) + 1 :]
        return next((other.id for other in after if not other.place or other.place != caller.place), AFTER)

    def afterwards(self) -> str:
        """The look back, module by module, with what the law says of each person."""
        groups = "".join(self._module(module) for module in self.course.modules.values())
        title = self.say("morning-after")
        return (
            f'<section class="pg-after" tabindex="-1" aria-label="{title}"><h{self.level} id="{AFTER}">{title}</h{self.level}>\n'
            f"<p>{self.say('morning-after-lead')}</p>\n{groups}</section>\n"
        )

    def _module(self, module: Module) -> str:
        """The people of a module, outcome by outcome."""
        outcomes = "".join(self._outcome(outcome) for outcome in module.outcomes)
        title = html.escape(f"{module.number}. {module.title[self.language]}", quote=False)
        return f"<section><h{self.level + 1}>{title}</h{self.level + 1}>\n{outcomes}</section>\n" if outcomes else ""

    def _outcome(self, outcome: Outcome) -> str:
        people = "".join(self._looked_back(caller) for caller in self.file.callers if caller.outcomes[0] == outcome.id)
        words = self.say("morning-outcome", outcome=html.escape(outcome.text[self.language], quote=False))
        return f'<section><p class="mq-src">{words}</p>\n{people}</section>\n' if people else ""

    def _looked_back(self, caller: Caller) -> str:
        parts = "".join(self._parts(caller))
        name = html.escape(caller.name[self.language], quote=False)
        path, _, anchor = caller.lesson.partition("#")
        title = html.escape(self.course.pages[self.language][path].head.title, quote=False)
        read = f'<a href="{html.escape(built_link(self.page, path, anchor))}">{title}</a>'
        return (
            f'<details class="pg-key" data-of="{caller.id}"><summary>{name}</summary>'
            f"{parts}<p>{self.say('morning-read', lesson=read)}</p></details>\n"
        )

    def _parts(self, caller: Caller) -> Iterator[str]:
        for name, text in (("law", caller.law), ("costly", caller.costly), ("unsolved", caller.unsolved)):
            if text:
                yield f'<p class="mq-lead">{self.say(f"morning-{name}")}</p>{self.texts.block(text[self.language])}\n'
