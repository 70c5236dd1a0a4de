q_condition_weights = 10 * 256
