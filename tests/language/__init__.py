"""Tests of what is known of the languages: words, numbers, answers."""
