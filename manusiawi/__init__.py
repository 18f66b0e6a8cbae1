"""The course builder: its rooms stand in the order in which data flows, and each imports only those below it; `pyproject.toml` holds the order."""
