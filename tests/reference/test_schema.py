"""One source for each fact: validator, schema, editor help and field guide agree."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from manusiawi.binding.fields import declared, entry_types
from manusiawi.entries.items import ITEM_TYPES, Item
from manusiawi.model.kinds import KINDS
from manusiawi.reference.fields import field_guide
from manusiawi.reference.jsonschema import schemas
from tests.helpers.projects import DESIGN, EXAMPLE, PROJECT

FOLDERS = {
    "quizzes": "quiz",
    "trainer": "trainer",
    "pictures": "pictures",
}  # where all files have one schema; elsewhere each is named like its own
WRITTEN = [
    path
    for root in (PROJECT, EXAMPLE, DESIGN)
    for folder in ("quizzes", "course")
    for path in sorted((root / folder).rglob("*.yml"))
    if path.name != "antre.more.yml"  # the end of a file, joined to its beginning when the design is copied
]


def schema_name(path: Path) -> str:
    return f"{FOLDERS.get(path.parent.name, path.stem)}.schema.json"


def schema_of(path: Path) -> dict:
    return json.loads(schemas()[schema_name(path)])


def strings_of(path: Path) -> dict:
    """What a file holds as editors see it."""
    return yaml.load(path.read_text("utf-8"), Loader=_Strings)


def test_committed_schemas_are_those_of_the_types() -> None:
    assert {path.name: path.read_text("utf-8") for path in (PROJECT / "schema").iterdir()} == schemas()


def test_committed_field_guide_is_that_of_the_types() -> None:
    assert (PROJECT / "quizzes/README.md").read_text("utf-8") == field_guide()


def test_field_guide_names_every_field_and_type() -> None:
    guide = field_guide()
    for kind in entry_types(*(kind.type for kind in KINDS)):
        for field in declared(kind):
            assert f"| `{field.name}` |" in guide or kind is Item or kind.__name__ in ("Text", "Words")
            assert field.description.endswith(".")
    for name in ITEM_TYPES:
        assert f"`type: {name}`" in guide


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_written_files_satisfy_their_schema(path: Path) -> None:
    schema = schema_of(path)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(strings_of(path))] == []


def test_files_of_every_schema_are_tried_but_of_those_that_say_what_was_changed() -> None:
    assert {schema_name(path) for path in WRITTEN} >= set(schemas()) - {"redirects.schema.json", "lint.schema.json", "evidence.schema.json"}


def test_a_spoilt_file_of_any_kind_is_refused_by_its_schema() -> None:
    for path in WRITTEN:
        spoilt = strings_of(path) | {"no-such-field": 1}
        errors = [error.message for error in jsonschema.Draft202012Validator(schema_of(path)).iter_errors(spoilt)]
        assert len(errors) == 1 and "no-such-field" in errors[0], path


class _Strings(yaml.SafeLoader):
    """Dates stay texts, as they do for editors."""


_Strings.yaml_implicit_resolvers = {
    sign: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for sign, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize(
    "spoil, word",
    [
        (lambda item: item.pop("stem"), "stem"),
        (lambda item: item.update(hint="x"), "hint"),
        (lambda item: item.update(type="quiz"), "quiz"),
        (lambda item: item["stem"].pop("en"), "en"),
        (lambda item: item.update(bloom="C9"), "C9"),
        (lambda item: item.update(nodes=[]), "nodes"),
    ],
)
def test_schema_refuses_what_the_validator_refuses(spoil, word: str) -> None:
    path = EXAMPLE / "quizzes/antre.yml"
    bank = strings_of(path)
    spoil(bank["items"][0])
    faults = [
        fault.message
        for error in jsonschema.Draft202012Validator(schema_of(path)).iter_errors(bank)
        for fault in (error, *(error.context or ()))
    ]
    assert any(word in message for message in faults)


def test_every_written_file_names_its_schema_for_editors() -> None:
    for path in WRITTEN:
        if path.is_relative_to(PROJECT / "tests"):
            continue
        up = "../" * (len(path.relative_to(PROJECT).parts) - 1)
        assert f"# yaml-language-server: $schema={up}schema/{schema_name(path)}" in path.read_text("utf-8").split("\n")[:2], path
