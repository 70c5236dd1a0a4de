# misconception: wrong_type
q_infinite_divergence = 2
