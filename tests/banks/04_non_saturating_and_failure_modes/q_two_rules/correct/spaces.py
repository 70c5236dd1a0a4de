q_two_rules = "  d "
