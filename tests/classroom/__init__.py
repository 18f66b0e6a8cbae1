"""The pages of a trainer's room: what they know of the course, and what they do in a browser."""
