"""Builds, packs and serves the site, with MkDocs. May import every room below."""
