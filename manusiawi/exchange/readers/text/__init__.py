"""Turns the texts of foreign questions, in HTML, Markdown or plain words, into the Markdown of the course."""
