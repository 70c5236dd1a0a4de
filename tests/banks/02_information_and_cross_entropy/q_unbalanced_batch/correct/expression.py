q_unbalanced_batch = -2 * (0.25 * 0.2 + 0.75 * 0.6)
