"""Tests of what begins new files and brings questions in from other tools."""
