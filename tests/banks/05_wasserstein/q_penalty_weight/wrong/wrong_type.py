# misconception: wrong_type
q_penalty_weight = 2
