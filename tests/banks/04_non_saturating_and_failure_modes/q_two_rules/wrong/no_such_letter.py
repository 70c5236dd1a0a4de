# misconception: other_answer
q_two_rules = "e"
