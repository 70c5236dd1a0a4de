# misconception: wrong_type
q_mast = "a"
