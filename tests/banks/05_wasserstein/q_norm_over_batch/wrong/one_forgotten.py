# misconception: one_forgotten
q_norm_over_batch = 144
