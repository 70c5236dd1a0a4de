# misconception: half_misplaced
q_two_points = 0.96
