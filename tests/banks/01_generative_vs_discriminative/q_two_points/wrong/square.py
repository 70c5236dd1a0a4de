# misconception: not_rooted
q_two_points = 1.85
