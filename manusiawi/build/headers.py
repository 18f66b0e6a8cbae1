"""Writes what a host needs to send the site's policy as a header: read by some hosts as it stands, by others once it is included."""

from __future__ import annotations

from pathlib import Path

from manusiawi.ground.writing import write_changed
from manusiawi.model.course import Course
from manusiawi.render.assets import first_script
from manusiawi.render.policy import header_policy
from manusiawi.render.scripts import names_of

NAME = "Content-Security-Policy"
# By file: how its host writes a header. The first two are read where they stand, the others are included by hand.
FILES = {
    "_headers": "/*\n  {name}: {policy}\n",
    ".htaccess": '<IfModule mod_headers.c>\nHeader always set {name} "{policy}"\n</IfModule>\n',
    "headers/nginx.conf": 'add_header {name} "{policy}" always;\n',
    "headers/caddy.conf": 'header {name} "{policy}"\n',
}


def write_headers(site: Path, course: Course) -> None:
    """Writes each host's file into a site; one that the authors brought under the same name stays theirs."""
    policy = header_policy(first_script(names_of(course)))
    for name, form in FILES.items():
        file = site / name
        if not file.exists():
            file.parent.mkdir(exist_ok=True)
            write_changed(file, form.format(name=NAME, policy=policy).encode())
