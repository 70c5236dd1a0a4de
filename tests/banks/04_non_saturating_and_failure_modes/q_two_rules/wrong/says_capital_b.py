# misconception: is_collapse
q_two_rules = "B"
