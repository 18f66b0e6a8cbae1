"""How the pictures of `course/pictures/` look, a file for each family of kinds; `frame.py` holds what all have in common."""
