"""What a person hears who reads the course with the screen reader Orca, in Firefox and Chromium; run by `make reader`."""
