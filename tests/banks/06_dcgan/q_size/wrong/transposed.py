# misconception: wrong_direction
q_size = 25
