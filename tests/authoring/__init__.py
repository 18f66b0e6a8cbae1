"""Tests of what begins new files."""
