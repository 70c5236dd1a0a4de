# misconception: halfway
q_two_points = 1.5
