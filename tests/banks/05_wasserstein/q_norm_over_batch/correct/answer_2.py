q_norm_over_batch = 121.0
