answer = "d"
q_two_rules = answer
