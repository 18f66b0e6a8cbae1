"""What must hold of the pictures in `course/pictures/`, a file for each family of kinds; `every.py` asks them all."""
