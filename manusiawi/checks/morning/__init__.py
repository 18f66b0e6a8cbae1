"""What must hold of the morning at the counter: `every.py` asks it all, of each person here, of the whole in `whole.py`."""
