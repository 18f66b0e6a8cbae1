"""What must hold of this course before it is published."""
