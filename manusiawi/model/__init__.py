"""The whole course in memory: its files, its pages, its addresses. May import entries and below."""
