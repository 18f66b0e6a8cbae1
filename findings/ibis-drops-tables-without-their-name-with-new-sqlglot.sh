#!/usr/bin/env bash
# ibis 12.0.0 asks for any sqlglot that is 23.4 or newer, but from sqlglot 30.18.0 on an expression Drop takes its tables in `tables` and says
# nothing of the old `this`: ibis then sends "DROP VIEW IF EXISTS" without a name. With DuckDB, create_table() from data in memory fails
# with a ParserException, and cached tables fail as the process ends. With sqlglot 30.17.0 all of it works.
# Pin sqlglot below 30.18 beside ibis 12.0.0.
# Seen with: ibis-framework 12.0.0, duckdb 2.0.1, sqlglot 30.18.0 and 30.17.0; Python 3.11.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check "ibis-framework[duckdb]==12.0.0" duckdb==2.0.1 sqlglot==30.17.0
cat > try.py <<'PYTHON'
import ibis
import pyarrow
import sqlglot.expressions as expressions

print(expressions.Drop(kind="VIEW", this="answers", exists=True).sql("duckdb"))
try:
    ibis.duckdb.connect().create_table("answers", pyarrow.table({"a": [1]}))
    print("created")
except Exception as error:
    print(str(error).splitlines()[0])
PYTHON
old=$(venv/bin/python try.py)
venv/bin/python -m pip install --quiet --disable-pip-version-check sqlglot==30.18.0
new=$(venv/bin/python try.py)
printf 'with 30.17.0:\n%s\nwith 30.18.0:\n%s\n' "$old" "$new"
# seen: DROP VIEW IF EXISTS answers, created; then DROP VIEW IF EXISTS, Parser Error: syntax error at or near "EXISTS"
test "$old" = "$(printf 'DROP VIEW IF EXISTS answers\ncreated')"
test "$new" = "$(printf 'DROP VIEW IF EXISTS\nParser Error: syntax error at or near "EXISTS"')"
