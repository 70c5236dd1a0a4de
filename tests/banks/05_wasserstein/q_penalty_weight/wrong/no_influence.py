# misconception: no_influence
q_penalty_weight = "d"
