"""Makes the reference pages and schemas from the types and rules themselves. May import lint and below."""
