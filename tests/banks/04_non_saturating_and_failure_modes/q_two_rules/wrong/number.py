# misconception: wrong_type
q_two_rules = 3
