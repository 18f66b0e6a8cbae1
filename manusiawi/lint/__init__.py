"""The item linter: rules that know how questions fail, after Haladyna, Downing and Rodriguez (2002). May import checks and below."""
