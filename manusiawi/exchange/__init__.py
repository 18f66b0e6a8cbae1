"""Carries questions between the course and other tools, out by writers and in by readers, through one model. May import lint and below."""
