q_weights = 32_768.0
