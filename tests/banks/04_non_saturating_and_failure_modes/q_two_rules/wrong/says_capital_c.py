# misconception: contradiction
q_two_rules = "C"
