"""Writes the Markdown of the pages that the course makes of its data."""
