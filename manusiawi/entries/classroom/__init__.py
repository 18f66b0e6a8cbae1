"""What authors write for a trainer's room: notes, workshops, activities, sheets."""
