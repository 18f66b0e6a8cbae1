"""Measurements for `make bench`: timings and sizes, never part of the tests."""
