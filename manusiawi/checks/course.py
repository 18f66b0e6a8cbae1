"""Every check of the course, one after the other."""

from __future__ import annotations

from pathlib import Path

from manusiawi.checks.assets import check_assets
from manusiawi.checks.beside import check_beside
from manusiawi.checks.claims import check_claims
from manusiawi.checks.classroom.every import check_room
from manusiawi.checks.design import check_design
from manusiawi.checks.items import check_item
from manusiawi.checks.kept import check_kept
from manusiawi.checks.markup import check_markup
from manusiawi.checks.morning.every import check_morning
from manusiawi.checks.pages import check_pages
from manusiawi.checks.pictures.every import check_pictures
from manusiawi.checks.promises import check_promises
from manusiawi.checks.references import item_addresses, item_references, people_references, plan_references
from manusiawi.checks.rendered import check_rendered
from manusiawi.checks.siblings import check_siblings
from manusiawi.checks.texts import check_texts
from manusiawi.ground.faults import Fault
from manusiawi.model.course import Course


def check(course: Course, root: Path) -> list[Fault]:
    """Every fault of the course, those of reading included, in the order of the files."""
    faults = list(course.faults)
    for item in course.items.values():
        faults += check_item(item)
        faults += item_references(item, course)
        faults += check_siblings(item, course)
    faults += check_texts(course, root)
    faults += item_addresses(course)
    faults += plan_references(course)
    faults += people_references(course)
    faults += check_design(course)
    faults += check_room(course)
    faults += check_pictures(course, root)
    faults += check_morning(course)
    faults += check_claims(course, root)
    faults += check_kept(course)
    faults += check_pages(course)
    faults += check_rendered(course)
    faults += check_markup(course)
    faults += check_promises(course, root)
    faults += check_assets(root)
    faults += check_beside(root)
    return sorted(set(faults))
