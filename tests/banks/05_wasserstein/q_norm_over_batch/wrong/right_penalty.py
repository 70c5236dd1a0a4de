# misconception: right_penalty
q_norm_over_batch = 4
