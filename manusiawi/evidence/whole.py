"""One table out of all that was read, and what is wrong in it: answers given twice, lines that are no answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from manusiawi.evidence.readers.door import Read
from manusiawi.evidence.shape import ATTEMPTS, REVISION, Salt, Told
from manusiawi.ground.faults import Place

SEARCHED = 5_000_000  # answers among which all that came twice are looked for; of more people every SHARE-th is looked at
SHARE = 64
_DEFAULTS = {
    "sure": ("boolean", None),
    "seconds": ("float32", None),
    "attempt": ("string", ""),
    "group": ("string", ""),
    "at": ("int64", 0),
}
_COLUMNS = ("learner", "item", "revision", "option", "right", *_DEFAULTS)


def answers_of(connection: Any, read: Read, salt: Salt, hashed: Callable[[Any], Any], told: Told) -> Any:
    """All answers as one table of ibis, each person's to a question and attempt once."""
    parts = [_own(connection, path, salt, hashed, told) for path in _alike(read.tables)]
    if read.answers:
        written = connection.read_parquet(str(read.folder / "answers.parquet"))
        parts.append(written.mutate(learner=written.learner.cast(parts[0].learner.type())) if parts else written)
    if not parts:
        return None
    whole = parts[0].select(*_COLUMNS)
    for part in parts[1:]:
        whole = whole.union(part.select(*_COLUMNS))
    return _once(whole, told)


def _alike(paths: list[Path]) -> list[list[Path]]:
    """Tables of the same columns together, so that thousands of files are one source."""
    import pyarrow.parquet as parquet

    found: dict[str, list[Path]] = {}
    for path in paths:
        columns = parquet.read_schema(path)
        found.setdefault(str([(name, str(columns.field(name).type)) for name in columns.names]), []).append(path)
    return list(found.values())


def _own(connection: Any, paths: list[Path], salt: Salt, hashed: Callable[[Any], Any], told: Told) -> Any:
    """Tables of our own shape: of the learner a key is kept, lines that are no answers are told by file and left out."""
    import ibis

    table = connection.read_parquet([str(path) for path in paths]) if len(paths) > 1 else connection.read_parquet(str(paths[0]))
    made = table.select(
        *("item", "revision", "option", "right"),
        learner=hashed(table.learner.cast("string") + ibis.literal(salt.secret.hex())),
        **{name: (table[name] if name in table.columns else ibis.literal(value)).cast(kind) for name, (kind, value) in _DEFAULTS.items()},
    )
    made = made.mutate(option=made.option.fill_null(""), attempt=made.attempt.fill_null(""), group=made.group.fill_null(""))
    known = made.revision.re_search(f"^(?:{REVISION})$") & made.attempt.isin(ATTEMPTS)
    void = table.item.isnull() | table.right.isnull() | table.learner.isnull()
    attempt = table.attempt if "attempt" in table.columns else ibis.literal("")
    kinds = table.group_by(revision=table.revision, attempt=attempt.fill_null("")).agg(count=ibis._.count(), void=void.cast("int64").sum())
    kinds = kinds.mutate(known=(kinds.revision.re_search(f"^(?:{REVISION})$") & kinds.attempt.isin(ATTEMPTS)).fill_null(False))
    lost = (
        kinds.agg(unknown=ibis.ifelse(kinds.known, 0, kinds["count"]).sum(), void=ibis.ifelse(kinds.known, kinds.void, 0).sum())
        .to_pyarrow()
        .to_pylist()[0]
    )
    if lost["unknown"] or lost["void"]:
        for path in paths:
            _tell_lost(path, told)
        made = made.filter(known.fill_null(False) & made.item.notnull() & made.right.notnull() & made.learner.notnull())
    return made.select(*_COLUMNS)


def _tell_lost(path: Path, told: Told) -> None:
    """Tells which lines of a table are no answers, counted from 1, as far as three of them."""
    import pyarrow.compute as pc
    import pyarrow.parquet as parquet

    names = ["learner", "item", "revision", "right"]
    first, file = 1, parquet.ParquetFile(path)
    has_attempt = "attempt" in file.schema_arrow.names
    for batch in file.iter_batches(columns=[*names, *(["attempt"] if has_attempt else [])]):
        sound = pc.fill_null(pc.match_substring_regex(batch["revision"].cast("string"), f"^(?:{REVISION})$"), False)
        for name in ("learner", "item", "right"):
            sound = pc.and_(sound, batch[name].is_valid())
        if has_attempt:
            import pyarrow as pa

            sound = pc.and_(sound, pc.is_in(pc.fill_null(batch["attempt"].cast("string"), ""), pa.array(ATTEMPTS)))
        if sound.false_count:
            places = pc.indices_nonzero(pc.invert(sound)).to_pylist()
            for place in places[:3]:
                told.tell(Place(path.as_posix(), first + place), _LOST)
            told.tell(Place(path.as_posix(), first), _LOST, len(places) - len(places[:3]))
        first += batch.num_rows


_LOST = (
    "learner, item or right is missing, the revision is not like id-4k2pd, or the attempt is none of "
    + ", ".join(f'"{name}"' for name in ATTEMPTS)
    + "; the line was not read"
)


def _once(whole: Any, told: Told) -> Any:
    """The answers without those that a person gave twice to the same question in the same attempt: the earliest stays."""
    import ibis

    keys = ["learner", "item", "attempt"]
    looked = whole if _size(whole) <= SEARCHED else whole.filter(whole.learner % SHARE == 0)
    again = (
        looked.group_by(keys)
        .agg(count=ibis._.count())
        .filter(ibis._["count"] > 1)
        .agg(more=(ibis._["count"] - 1).sum())
        .to_pyarrow()
        .to_pylist()[0]["more"]
    )
    if not again:
        return whole
    among = "" if looked is whole else f", counted among every {SHARE}th person"
    told.tell(None, f"answers that a person gave twice to the same question count once, the earliest{among}", int(again))
    order = ibis.row_number().over(group_by=keys, order_by=[whole["at"], whole.revision, whole.option, whole.right])
    return whole.mutate(order=order).filter(ibis._.order == 0).drop("order")


def _size(whole: Any) -> int:
    return int(whole.count().to_pyarrow().as_py())
