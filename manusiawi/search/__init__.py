"""Search: what readers can find, word families, the index, the form; web/find.js and web/search.js answer in the browser."""
