"""The quiz generator and course builder of Manusiawi: YAML and Markdown in, pages out."""
