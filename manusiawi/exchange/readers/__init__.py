"""Formats of other tools, each read into questions."""
