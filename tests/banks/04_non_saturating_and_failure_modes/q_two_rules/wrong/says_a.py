# misconception: touched_is_enough
q_two_rules = "a"
