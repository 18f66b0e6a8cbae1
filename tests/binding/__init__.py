"""Tests of what makes typed entries with positions out of YAML."""
