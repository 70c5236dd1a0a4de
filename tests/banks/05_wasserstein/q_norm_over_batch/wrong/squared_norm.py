# misconception: squared_norm
q_norm_over_batch = 64
