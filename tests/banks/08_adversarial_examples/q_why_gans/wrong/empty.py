# misconception: wrong_type
q_why_gans = ""
