q_penalty_weight = "B"
