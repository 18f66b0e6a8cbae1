"""Tests of what readers can find."""
