"""Opens what does the counting: DuckDB in this process, or Spark; nothing else knows which of them it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ENGINES = ("duckdb", "spark")
MEMORY = "1GB"  # for DuckDB's tables, beyond which it goes on in the work folder
_NEEDED = {"duckdb": ("duckdb", "ibis", "pyarrow", "scipy", "girth"), "spark": ("ibis", "pyarrow", "scipy", "girth", "pyspark")}
_HASHES = {"duckdb": ("hash", "uint64"), "spark": ("xxhash64", "int64")}  # of 64 bits, by each engine's name


class NoLibraries(Exception):
    """Raised where the libraries that count are not installed; says how to install them."""


def need(engine: str) -> None:
    """Raises NoLibraries where one that the engine needs is missing."""
    if missing := [name for name in _NEEDED[engine] if find_spec(name) is None]:
        mend = "python -m pip install --require-hashes -r requirements-evidence.txt"
        raise NoLibraries(
            f"The libraries that count answers are not installed here: {', '.join(missing)}.\n"
            "    They are some 500 MB, which the site itself does not need.\n"
            f"    Mend: {mend}" + (", and pyspark of requirements-spark.txt with Java 17 or newer" if "pyspark" in missing else "") + "."
        )


def connect(engine: str, work: Path) -> Any:
    """An ibis connection; what does not fit into memory goes into the folder `work`."""
    import ibis

    if engine == "duckdb":
        connection = ibis.duckdb.connect(temp_directory=str(work / "spill"), memory_limit=MEMORY, preserve_insertion_order=False)
        connection.raw_sql("SET enable_progress_bar = false")
        return connection
    from pyspark.sql import SparkSession

    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    session = (
        SparkSession.builder.appName("analyse")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.local.dir", str(work / "spill"))
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    return ibis.pyspark.connect(session)


def hashing(engine: str) -> Callable[[Any], Any]:
    """A hash of 64 bits of a text column, which the engine itself makes: without a sign in DuckDB, with one in Spark."""
    import ibis

    name, kind = _HASHES[engine]
    return ibis.udf.scalar.builtin(_hashed, name=name, signature=(("string",), kind))  # type: ignore[no-any-return]


def _hashed(text: str) -> int:
    """Stands for the engine's own function; ibis takes its name and types, and never calls it."""
    raise NotImplementedError
