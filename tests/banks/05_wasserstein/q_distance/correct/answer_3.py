q_distance = 0.5 * 1 + 0.5 * 3
