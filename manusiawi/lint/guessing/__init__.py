"""A reader who sees nothing but the options of a question, and how often they are right."""
