"""What is drawn from words: rooms seen from above, scenes with people."""
