"""Readers of what learning systems and our own pages give back, a file for each format."""
