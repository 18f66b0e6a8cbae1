"""Tests of the HTML and Markdown that are made of the course."""
