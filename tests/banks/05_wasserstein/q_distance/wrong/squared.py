# misconception: squared
q_distance = 5.0
