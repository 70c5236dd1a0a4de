q_distance = (1 + 3) / 2
