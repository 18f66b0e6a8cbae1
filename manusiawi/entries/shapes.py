"""The shapes of lessons: what a reader meets on the page, so that no lesson looks like the one before."""

from __future__ import annotations

SHAPES = {
    "dialogue": "a dialogue at the counter, stopped where the reader speaks",
    "dossier": "a file to decide, paper by paper",
    "before-after": "a form or notice before and after",
    "inspection": "a walk from station to station",
    "dispute": "two officers who disagree",
    "log": "a day's log by the clock",
    "fading": "a worked example that fades",
}
