"""Tests of the room in which a class is asked."""
