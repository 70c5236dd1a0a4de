# misconception: other_answer
q_two_points = 0.0
