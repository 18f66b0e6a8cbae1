"""Tests of manusiawi/model."""
