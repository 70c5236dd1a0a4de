q_size = 7.0
