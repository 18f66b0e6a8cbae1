"""Finds what must not be published: names that lead nowhere, plans not kept, promises broken. May import model and below."""
