q_distance = 2.0
