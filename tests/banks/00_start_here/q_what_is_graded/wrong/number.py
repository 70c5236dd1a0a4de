# misconception: wrong_type
q_what_is_graded = 3
