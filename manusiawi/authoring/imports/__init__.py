"""Questions of other tools, from their formats to our YAML."""
