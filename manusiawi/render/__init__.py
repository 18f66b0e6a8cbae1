"""Makes HTML and Markdown of the course for one language. May import model and below."""
