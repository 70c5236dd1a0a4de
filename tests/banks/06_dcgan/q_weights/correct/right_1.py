q_weights = 64 * 32 * 4 * 4
