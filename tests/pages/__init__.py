"""Tests of built pages in a real browser: what a learner meets, whichever rooms made it."""
