q_size = 7
