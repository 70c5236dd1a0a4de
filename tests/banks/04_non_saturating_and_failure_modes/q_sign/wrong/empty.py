# misconception: wrong_type
q_sign = ""
