"""The table of marks: what may stand between [[ and ]], what it names or needs, and where it may stand."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from manusiawi.model.course import Course


@dataclass(frozen=True, slots=True)
class MarkKind:
    """One kind of mark.

    `value` says what the mark names ("" where it takes no value); `source` is the file or folder that holds it, or that the mark needs;
    `names` is the collection of Course that knows it. `page` is the only page that may hold it, by its field of PageNames, or "module"
    for pages in the folder of a module. `alone` marks fill a block; the others may stand in a sentence, and in the texts of YAML files.
    `made` marks stand on pages that the generator writes and nowhere else; `many` marks name several, with spaces between.
    """

    name: str
    value: str = ""
    source: str = ""
    names: str = ""
    page: str = ""
    alone: bool = True
    made: bool = False
    many: bool = False

    def known(self, course: Course) -> Collection[str]:
        """The names that exist in the course, where the mark takes one."""
        return getattr(course, self.names) if self.names else ()

    def unknown(self, course: Course, value: str) -> list[str]:
        """What a value names that does not exist in the course; a value that names nothing counts."""
        return [name for name in (value.split() if self.many and value else [value]) if name not in self.known(course)]

    def fits(self, course: Course, value: str) -> bool:
        """Whether a mark with this value has something to show."""
        if self.name == "law":
            return course.citation(value) is not None
        if self.value:
            return not self.names or not self.unknown(course, value)
        return not self.names or bool(getattr(course, self.names))


CLASSROOM_MARKS = frozenset({"builder", "projector", "answers", "participant"})  # each fills its page with a part of a trainer's room
MARKS: dict[str, MarkKind] = {
    kind.name: kind
    for kind in (
        MarkKind("item", "question", "quizzes/", "items"),
        MarkKind("law", "article", "course/law.yml", "citations", alone=False),
        MarkKind("fact", "fact", "course/facts.yml", "facts", alone=False),
        MarkKind("activity", "activity", "course/activities.yml", "activities", alone=False),
        MarkKind("sheet", "sheet", "course/sheets.yml", "sheets", alone=False),
        MarkKind("chart", "chart", "course/charts.yml", "charts"),
        MarkKind("picture", "picture", "course/pictures/", "pictures"),
        MarkKind("outcomes", page="module"),
        MarkKind("lessons", page="module"),
        MarkKind("modules"),
        MarkKind("start"),
        MarkKind("path", "lesson", "course/course.yml", "lesson_names", many=True),
        MarkKind("speech", source="course/speech.yml", names="speech"),
        MarkKind("lens", source="course/lens.yml", names="lens"),
        MarkKind("morning", source="course/morning.yml", names="morning", page="morning"),
        MarkKind("progress", page="progress"),
        MarkKind("review", page="review"),
        MarkKind("record", page="record"),
        MarkKind("search", page="search"),
        *(MarkKind(name, page=name) for name in sorted(CLASSROOM_MARKS)),
        MarkKind("keep", page="offline"),
        MarkKind("zip", page="offline"),
        MarkKind("downloads", page="downloads"),
        MarkKind("key", "question, its number and how many there are", made=True),
        MarkKind("exercise", "question, its number and how many there are", made=True),
        MarkKind("workbook", "part of a workbook", made=True),
        MarkKind("term", "term", "course/glossary.yml", "terms", made=True),
        MarkKind("trainer", "part of the trainer's notes", made=True),
        MarkKind("test", "test form", made=True),
        MarkKind("test-keys", "test form", made=True),
        MarkKind("cards", made=True),
        MarkKind("activity-notes", "activity", "course/activities.yml", "activities", made=True),
        MarkKind("printed", "sheet", "course/sheets.yml", "sheets", made=True),
        MarkKind("answer-cards", made=True),
        MarkKind("workshop", "workshop", "course/workshops.yml", "workshops", made=True),
    )
}
OF_AUTHORS = tuple(kind.name for kind in MARKS.values() if not kind.made)  # those that authors may write
IN_TEXTS = tuple(kind.name for kind in MARKS.values() if not kind.alone)  # those that the texts of YAML files may hold
