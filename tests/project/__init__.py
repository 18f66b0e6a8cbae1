"""Tests of the project as a whole: its documents, its guide, its commands, the tests themselves."""
