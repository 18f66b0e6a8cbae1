"""Tests of the pages and schemas that are made from the types."""
