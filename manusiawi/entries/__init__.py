"""What authors write, as types: questions, the plan, law, facts and the rest. May import binding and below."""
