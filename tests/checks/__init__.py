"""Tests of what must not be published: faults, plans that are not kept, promises that are broken."""
