"""What the pages for a trainer's room know of the course, packed for their scripts. May import search, render and below."""
