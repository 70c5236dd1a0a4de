# misconception: norm_only
q_norm_over_batch = 12
