"""Begins new files and brings questions in from other tools. May import checks and below."""
