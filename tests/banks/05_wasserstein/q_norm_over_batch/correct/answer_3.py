q_norm_over_batch = (math.sqrt(16 * 9) - 1) ** 2
