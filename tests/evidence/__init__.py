"""Tests of what counts answers that come back and tells what they say of each question."""
