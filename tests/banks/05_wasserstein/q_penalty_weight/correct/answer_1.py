q_penalty_weight = "b"
