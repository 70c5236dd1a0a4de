# misconception: half_misplaced
q_two_points = 1.92
