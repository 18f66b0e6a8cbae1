"""The course builder: its rooms follow the flow of data, and each imports only those below it; `pyproject.toml` holds the order."""
