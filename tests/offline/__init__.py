"""Tests of the course without a network."""
