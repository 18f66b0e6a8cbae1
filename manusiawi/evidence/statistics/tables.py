"""Counts of the long table, written once for every engine: each is a small table of whole numbers, from which figures.py goes on.

The answers are read twice by person and once by option. What a person's other answers say of an answer is not kept with the answer, but as
one number a person (`profile`: the set of questions that they answered, how many, how many right), so that 100 million answers become
as many lines as there are questions times profiles.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

SIZE = 1 << 20  # more answers than one person can have
SETS = 20  # sets of questions that were answered whole; of rarer ones there is no alpha
STRATA = 100  # people are matched by their share right in whole per cents: up to 100 questions that is the number right itself
LONGEST = 600  # seconds for one question, beyond which somebody went away
_SPREAD = 1 << 31


@dataclass
class Tables:
    """The counts of a table of answers (shape.py); `connection` is ibis's, `least` how many people a set of questions needs."""

    connection: Any
    answers: Any
    least: int

    @cached_property
    def first(self) -> Any:
        """The answers that say how hard a question is: all but those after a lesson or a talk to a question that was asked before."""
        return self.answers.filter(self.answers.attempt != "after")

    @cached_property
    def _people(self) -> Any:
        """A line a person: answers, right ones, and a number for the set of questions that were answered."""
        import ibis

        mixed = (ibis._.revision.hash() % _SPREAD) * 31 + ibis._.item.hash() % _SPREAD
        return (
            self.first.group_by("learner")
            .agg(n=ibis._.count(), r=ibis._.right.cast("int64").sum(), answered=mixed.cast("int64").sum())
            .filter(ibis._.n < SIZE)
            .cache()
        )

    @cached_property
    def sets(self) -> list[tuple[int, int, int]]:
        """The sets of questions that most people answered whole, as (mark, questions, people); the set's number is its place."""
        import ibis

        found = self._people.group_by(["answered", "n"]).agg(people=ibis._.count())
        found = found.filter((found.people >= self.least) & (found.n > 1)).order_by(ibis.desc("people"), "n", "answered").limit(SETS)
        return [(row["answered"], row["n"], row["people"]) for row in found.to_pyarrow().to_pylist()]

    @cached_property
    def _profiles(self) -> Any:
        """A line a person: their profile, as set * SIZE**2 + answers * SIZE + right ones; set 0 is any other."""
        import ibis

        cases = [((self._people.answered == mark) & (self._people.n == n), number) for number, (mark, n, _) in enumerate(self.sets, 1)]
        number = ibis.cases(*cases, else_=0) if cases else ibis.literal(0)
        profile = (number.cast("int64") * SIZE + self._people.n) * SIZE + self._people.r
        return self._people.select("learner", profile=profile).cache()

    @cached_property
    def cells(self) -> Any:
        """By question, group and profile: answers and right ones, with the parts of the profile."""
        import ibis

        joined = self.first.join(self._profiles, "learner")
        grouped = joined.group_by(["item", "revision", "group", "profile"]).agg(
            count=ibis._.count(), right=ibis._.right.cast("int64").sum()
        )
        held = grouped.cache()
        return held.mutate(
            language=held.revision.left(2),
            set=(held.profile // (SIZE * SIZE)).cast("int64"),
            n=(held.profile // SIZE % SIZE).cast("int64"),
            r=(held.profile % SIZE).cast("int64"),
        ).mutate(stratum=lambda cell: (2 * STRATA * cell.r + cell.n) // (2 * cell.n))

    def people(self) -> tuple[int, int]:
        """How many people answered, and how many answers they gave."""
        import ibis

        row = self._people.agg(people=ibis._.count(), answers=ibis._.n.sum()).to_pyarrow().to_pylist()[0]
        return row["people"], int(row["answers"] or 0)

    def questions(self) -> list[dict[str, Any]]:
        """By question and revision: answers, right ones, and sums for the correlation with the share right of the person's others.

        `alone` answers are of people who answered nothing else, and enter no correlation.
        """
        import ibis

        cell = self.cells
        others = ibis.greatest(cell.n - 1, 1).cast("float64")
        wrong = cell["count"] - cell.right
        with_right, with_wrong = (cell.r - 1) / others, cell.r / others
        known = cell.n > 1
        made = cell.group_by(["item", "revision"]).agg(
            count=cell["count"].sum(),
            right=cell.right.sum(),
            alone=ibis.ifelse(known, 0, cell["count"]).sum(),
            right_known=ibis.ifelse(known, cell.right, 0).sum(),
            rest=ibis.ifelse(known, cell.right * with_right + wrong * with_wrong, 0.0).sum(),
            rest_squared=ibis.ifelse(known, cell.right * with_right * with_right + wrong * with_wrong * with_wrong, 0.0).sum(),
            right_rest=ibis.ifelse(known, cell.right * with_right, 0.0).sum(),
        )
        return _rows(made, "item", "revision")

    def options(self) -> list[dict[str, Any]]:
        """By question, revision and option: answers, how sure they were, how long they took in thousandths of a second."""
        import ibis

        row = self.first
        timed = row.seconds.notnull() & (row.seconds >= 0) & (row.seconds <= LONGEST)
        made = row.group_by(["item", "revision", "option"]).agg(
            count=row.count(),
            right=row.right.cast("int64").sum(),
            said=row.sure.count(),
            sure=row.sure.cast("int64").sum(),
            sure_right=(row.sure & row.right).cast("int64").sum(),
            timed=timed.cast("int64").sum(),
            away=(row.seconds > LONGEST).cast("int64").sum(),
            thousandths=ibis.ifelse(timed, (row.seconds * 1000).round().cast("int64"), 0).sum(),
        )
        return _rows(made, "item", "revision", "option")

    def languages(self, main: str, other: str) -> list[dict[str, Any]]:
        """The sums of Mantel and Haenszel by question, the main language as reference, the other as focal group."""
        import ibis

        cell = self.cells
        is_main, is_other = cell.language == main, cell.language == other
        strata = cell.group_by(["item", "stratum"]).agg(
            a=ibis.ifelse(is_main, cell.right, 0).sum(),
            b=ibis.ifelse(is_main, cell["count"] - cell.right, 0).sum(),
            c=ibis.ifelse(is_other, cell.right, 0).sum(),
            d=ibis.ifelse(is_other, cell["count"] - cell.right, 0).sum(),
        )
        return _rows(_matched(strata, ["item"]), "item")

    def groups(self) -> list[dict[str, Any]]:
        """The same by question and revision, each group as focal group and all others as reference."""
        import ibis

        cell = self.cells
        keys = ["item", "revision", "stratum"]
        whole = cell.group_by(keys).agg(all=cell["count"].sum(), all_right=cell.right.sum())
        own = cell.filter(cell["group"] != "").group_by([*keys, "group"]).agg(own=ibis._["count"].sum(), own_right=ibis._.right.sum())
        # Strata in which a group has nobody add nothing to the sums, so that an inner join loses none.
        strata = own.join(whole, keys).mutate(
            a=ibis._.all_right - ibis._.own_right,
            b=ibis._.all - ibis._.all_right - (ibis._.own - ibis._.own_right),
            c=ibis._.own_right,
            d=ibis._.own - ibis._.own_right,
        )
        return _rows(_matched(strata, ["item", "revision", "group"]), "item", "revision", "group")

    def sittings(self) -> list[dict[str, Any]]:
        """By question of each set that was answered whole: answers and right ones."""
        cell = self.cells
        made = cell.filter(cell.set > 0).group_by(["set", "item", "revision"]).agg(count=cell["count"].sum(), right=cell.right.sum())
        return _rows(made, "set", "item", "revision")

    def totals(self) -> list[dict[str, Any]]:
        """By set: people, the sum of their numbers right, and of the squares of these."""
        import ibis

        profile = self._profiles.profile
        number, right = profile // (SIZE * SIZE), profile % SIZE
        made = self._profiles.mutate(set=number.cast("int64"), right=right.cast("int64")).filter(ibis._.set > 0)
        return _rows(
            made.group_by("set").agg(people=ibis._.count(), right=ibis._.right.sum(), squares=(ibis._.right * ibis._.right).sum()), "set"
        )

    def changes(self) -> list[dict[str, Any]]:
        """By question and revision that people answered before and after: the four ways in which right and wrong can follow."""
        import ibis

        both = self.answers.filter(self.answers.attempt.isin(["before", "after"]))
        right = both.right.cast("int64")
        pairs = both.group_by(["learner", "item", "revision"]).agg(
            was=right.max(where=both.attempt == "before"), now=right.max(where=both.attempt == "after")
        )
        pairs = pairs.filter(pairs.was.notnull() & pairs.now.notnull())
        made = pairs.group_by(["item", "revision"]).agg(
            kept=(ibis._.was * ibis._.now).sum(),
            lost=(ibis._.was * (1 - ibis._.now)).sum(),
            won=((1 - ibis._.was) * ibis._.now).sum(),
            never=((1 - ibis._.was) * (1 - ibis._.now)).sum(),
        )
        return _rows(made, "item", "revision")

    def rises(self) -> list[dict[str, Any]]:
        """The share right of each person before and after: by how, `votes` on the same questions or `tests`, sums of differences."""

        row, found = self.answers, []
        for name, before, after in (("votes", "before", "after"), ("tests", "test-a", "test-b")):
            both = row.filter(row.attempt.isin([before, after]))
            person = both.group_by("learner").agg(
                was=both.right.cast("int64").mean(where=both.attempt == before),
                now=both.right.cast("int64").mean(where=both.attempt == after),
            )
            person = person.filter(person.was.notnull() & person.now.notnull())
            rise = person.now - person.was
            made = person.agg(people=person.count(), was=person.was.mean(), rise=rise.sum(), squares=(rise * rise).sum())
            found += [{"name": name} | values for values in made.to_pyarrow().to_pylist() if values["people"]]
        return found

    def sample(self, number: int, most: int) -> list[tuple[int, str, str, bool]]:
        """The answers of some people who answered the whole of a set: learner, item, revision, right."""
        import ibis

        chosen = self._profiles.filter(self._profiles.profile // (SIZE * SIZE) == number).order_by("learner").limit(most)
        made = self.first.join(chosen, "learner").select("learner", "item", "revision", right=ibis._.right)
        rows = made.to_pyarrow().to_pylist()
        return sorted((row["learner"], row["item"], row["revision"], row["right"]) for row in rows)


def _matched(strata: Any, keys: list[str]) -> Any:
    """The sums over strata of 2 by 2 tables: a, b right and wrong of the reference, c, d of the focal group."""
    t = strata.mutate(t=(strata.a + strata.b + strata.c + strata.d).cast("float64"))
    t = t.filter((t.a + t.b > 0) & (t.c + t.d > 0) & (t.t > 1))
    t = t.mutate(p=(t.a + t.d) / t.t, q=(t.b + t.c) / t.t, r=t.a * t.d / t.t, s=t.b * t.c / t.t, ref=t.a + t.b, right=t.a + t.c)
    return t.group_by(keys).agg(
        reference=(t.a + t.b).sum(),
        focal=(t.c + t.d).sum(),
        r=t.r.sum(),
        s=t.s.sum(),
        pr=(t.p * t.r).sum(),
        ps_qr=(t.p * t.s + t.q * t.r).sum(),
        qs=(t.q * t.s).sum(),
        observed=t.a.sum(),
        expected=(t.ref * t.right / t.t).sum(),
        variance=(t.ref.cast("float64") * (t.t - t.ref) * t.right * (t.t - t.right) / (t.t * t.t * (t.t - 1))).sum(),
    )


def _rows(table: Any, *keys: str) -> list[dict[str, Any]]:
    """A table as rows, in the order of their keys."""
    rows: list[dict[str, Any]] = table.to_pyarrow().to_pylist()
    return sorted(rows, key=lambda row: tuple(str(row[key]) for key in keys))
