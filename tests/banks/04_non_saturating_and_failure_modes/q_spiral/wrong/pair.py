# misconception: wrong_type
q_spiral = (1.64, 0)
