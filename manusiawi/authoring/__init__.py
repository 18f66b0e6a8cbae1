"""Begins new files of a course. May import exchange and below."""
