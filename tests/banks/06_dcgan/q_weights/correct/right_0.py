q_weights = 32768
