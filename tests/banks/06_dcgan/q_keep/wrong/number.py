# misconception: wrong_type
q_keep = 3
