"""What a browser answers when it does not do what a test asks."""


class Refused(Exception):
    """A command that failed; `error` is WebDriver's name of the fault."""

    def __init__(self, command: str, error: str, message: str) -> None:
        super().__init__(f"{command}: {error}: {message}")
        self.error = error
