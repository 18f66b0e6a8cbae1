"""What maintainers run by hand; building the course needs none of it."""
