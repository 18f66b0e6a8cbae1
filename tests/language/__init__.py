"""Tests of what is known of the languages: numbers, answers."""
