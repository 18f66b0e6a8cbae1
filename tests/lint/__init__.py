"""Tests of the item linter: each rule on its bad and good examples."""
