"""Checks of what is written for a trainer's room."""
