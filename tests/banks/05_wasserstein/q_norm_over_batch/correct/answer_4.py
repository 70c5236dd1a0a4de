q_norm_over_batch = (4 * 3 - 1) ** 2
