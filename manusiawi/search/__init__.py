"""What readers can find: the texts of the course and their index; the browser answers. May import render and below."""
