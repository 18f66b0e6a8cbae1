"""Banks of questions with awkward signs, each made by a number, and what a file must give back of them."""

from __future__ import annotations

import html
import random
import re
from collections.abc import Callable

from manusiawi.exchange.question import Choice, Criterion, Pair, Question
from manusiawi.exchange.texts import ExchangeTexts
from manusiawi.ground.faults import Place

SIGNS = (
    "~ = # { } : \\ \\\\ \\n \\= -> => // //// :: % %50% %100% [html] [plain] [id:x] $CATEGORY: #### {=a} ~=b =c#d {} ___ "
    "& &amp; &lt;b&gt; &#65; &nbsp; < > << <b> </p> <br> <script>x</script> <iframe> <!--x--> ]]> <![CDATA[ <?x?> </text> \" ' "
    "` ``x`` `c{o}d=e` * ** *m* **k** ***b*** _u_ __v__ a*b*c a_b_c 2*3 1. 2) - + > | --- *** === [l](https://x.id/a?b=c&d=e#f) [l] "
    "![alt](x.png) "
    "Rp1.500,00 ½ ≤ … “x” ‘y’ — 😀 👩🏾‍🦽 🇮🇩 مرحبا العالم שלום 漢字 ก็ naïve e\u0301 \u200f \u00a0 true TRUE T F tidak ya "
    "@@PLUGINFILE@@/x *queue*{lang=en} {lang=id} {#a} {{x}} ${x} %s ; , . ? ! ( ) ^ @ /"
).split(" ")
WORDS = "petugas loket warga surat menolak menerima hari kerja kartu keluarga desa".split()
_NOTHING = re.compile(r"\[[^\]]*\]:")  # Markdown shows nothing of a line that says where a link leads
_BLOCKS = re.compile(r"</?(?:p|ul|ol|li|br|hr|blockquote|pre|h[1-6]|table|thead|tbody|tr|th|td)\b[^>]*>")
_KEPT = re.compile(r"<(/?)(strong|em)\b[^>]*>")
_PICTURE = re.compile(r'<img\b[^>]*?alt="([^"]*)"[^>]*>')
_TAG = re.compile(r"<[^>]+>")


class Maker:
    """Makes what one number stands for, always the same."""

    def __init__(self, number: int, language: str) -> None:
        self.dice, self.language, self.count = random.Random(number), language, 0

    def bank(self, refs: list[str]) -> list[Question]:
        """A question of every type that leaves a course, each under one of the ids."""
        return [self._question(kind, ref) for kind, ref in zip(_KINDS, refs, strict=False)]

    def sentence(self, most: int = 7) -> str:
        """A line of words and signs; the number in it makes it unlike every other one."""
        self.count += 1
        words = [self.dice.choice(SIGNS if self.dice.random() < 0.5 else WORDS) for _ in range(self.dice.randint(1, most))]
        words.insert(self.dice.randint(0, len(words)), f"n{self.count}")
        made = self.dice.choice((" ", " ", "")).join(words).strip()
        return f"n{self.count} {made}" if _NOTHING.match(made) else made

    def block(self) -> str:
        """Paragraphs, with a list among them now and then, rarely a very long one."""
        parts = [self.sentence(400 if self.dice.random() < 0.01 else 12) for _ in range(self.dice.randint(1, 3))]
        if self.dice.random() < 0.3:
            sign = self.dice.choice(("-", "1."))
            parts.insert(self.dice.randint(0, len(parts)), "\n".join(f"{sign} m{self.count} {self.sentence()}" for _ in range(3)))
        return "\n\n".join(parts)

    def choice(self, right: bool = False) -> Choice:
        return Choice(self.sentence(), self.sentence(), right)

    def answer(self) -> str:
        """An accepted answer: plain words, in which no sign is one of Markdown."""
        return " ".join(self.sentence(3).split())

    def _question(self, kind: str, ref: str) -> Question:
        question = Question(Place("x"), name=ref, type=kind, ref=ref, stem=self.sentence(), language=self.language, module="loket")
        question.scenario = self.block() if self.dice.random() < 0.7 else ""
        _KINDS[kind](self, question)
        return question

    def _single(self, question: Question) -> None:
        question.options = [self.choice(place == 1) for place in range(self.dice.randint(2, 5))]

    def _multiple(self, question: Question) -> None:
        question.options = [self.choice(place < 2) for place in range(self.dice.randint(3, 12))]

    def _statements(self, question: Question) -> None:
        question.options = [self.choice(self.dice.random() < 0.5) for _ in range(self.dice.randint(1, 4))]

    def _matching(self, question: Question) -> None:
        question.pairs = [Pair(self.sentence(), self.sentence(), self.sentence()) for _ in range(self.dice.randint(2, 5))]
        question.distractors = [self.choice() for _ in range(self.dice.randint(0, 2))]

    def _ordering(self, question: Question) -> None:
        question.steps = [self.choice() for _ in range(self.dice.randint(3, 6))]

    def _words(self, question: Question) -> None:
        question.accept = [self.answer() for _ in range(self.dice.randint(1, 4))]
        question.mistakes = [Choice(self.answer(), self.sentence()) for _ in range(self.dice.randint(0, 3))]
        question.model, question.feedback = self.sentence(), self.sentence()

    def _number(self, question: Question) -> None:
        question.type = "short-text"
        question.number = self.dice.choice((0, -5, 8, 21, 1500, 0.00001, 2.5, 1e9))
        question.tolerance = self.dice.choice((0, 0.5))
        question.mistakes = [Choice(str(value), self.sentence()) for value in (77, 780, -9)[: self.dice.randint(0, 3)]]
        question.model, question.feedback = self.sentence(), self.sentence()

    def _reflection(self, question: Question) -> None:
        question.model = self.block()
        question.criteria = [Criterion(self.sentence(), self.sentence()) for _ in range(self.dice.randint(0, 3))]


_KINDS: dict[str, Callable[[Maker, Question], None]] = {
    "single-choice": Maker._single,
    "multiple-choice": Maker._multiple,
    "inspection": Maker._multiple,
    "true-false": Maker._statements,
    "matching": Maker._matching,
    "ordering": Maker._ordering,
    "short-text": Maker._words,
    "number": Maker._number,
    "reflection": Maker._reflection,
}


class Shown:
    """What a learner sees of a text: its words, with the places where emphasis begins and ends."""

    def __init__(self, language: str) -> None:
        self.texts = ExchangeTexts(language)

    def sentence(self, text: str) -> str:
        return _seen(self.texts.inline(text))

    def block(self, text: str) -> str:
        return _seen(self.texts.block(text))

    def asked(self, scenario: str, stem: str) -> str:
        """A scene with the question below it."""
        return _seen(f"{self.texts.block(scenario)}<p>{self.texts.inline(stem)}</p>")

    def words(self, text: str) -> str:
        """The words alone, for places that hold no emphasis."""
        return " ".join(html.unescape(_TAG.sub("", _PICTURE.sub(r"\1", self.texts.inline(text)))).split())


def _seen(made: str) -> str:
    alone = _PICTURE.sub(r"\1", made)
    bare = _TAG.sub(lambda tag: tag[0] if _KEPT.fullmatch(tag[0]) else "", _BLOCKS.sub(" ", alone))
    seen, style, held = "", "", {"strong": 0, "em": 0}
    for tag, words in re.findall(r"(<[^>]*>)|([^<]+)", bare):
        if kept := _KEPT.fullmatch(tag):
            held[kept[2]] += -1 if kept[1] else 1
        for sign in html.unescape(words):
            now = "".join(name[0] for name, depth in held.items() if depth)
            if not sign.isspace() and now != style:
                style, seen = now, f"{seen}⟦{now}⟧"
            seen += sign
    return " ".join(re.sub(r"(⟦\w*⟧)", r" \1", seen).split())
