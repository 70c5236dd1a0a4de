# misconception: square_forgotten
q_norm_over_batch = 11
