"""Makes evidence of answers that come back: read, counted without people, reported. Imports the model and below.

The libraries that count come with requirements-evidence.txt, and are imported only where they work.
"""
