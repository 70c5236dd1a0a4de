# misconception: wrong_type
q_sign = 3
