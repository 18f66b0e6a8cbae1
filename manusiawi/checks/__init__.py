"""Finds what must not be published: names that lead nowhere, plans that are not kept, promises that are broken. May import model and below."""
