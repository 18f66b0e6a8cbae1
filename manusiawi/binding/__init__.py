"""Makes typed entries with positions out of YAML. May import ground and language."""
