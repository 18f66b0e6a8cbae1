"""Renders questions as HTML that can be read and answered before any script runs."""
