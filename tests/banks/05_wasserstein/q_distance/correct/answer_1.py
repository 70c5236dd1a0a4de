q_distance = 2
