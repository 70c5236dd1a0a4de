q_two_rules = "D"
