q_two_points = 1.36
