"""Formats of other tools, each written from questions."""
