"""Slips of every kind, made by chance and told again by their number: each ends in a fault with its place or in a whole site."""
