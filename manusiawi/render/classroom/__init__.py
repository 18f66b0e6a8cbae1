"""The pages of a trainer's room and what is printed for it."""
