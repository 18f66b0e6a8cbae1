"""Turns questions of other tools into drafts of the course's items."""
