# misconception: wrong_type
q_one_seven = ""
