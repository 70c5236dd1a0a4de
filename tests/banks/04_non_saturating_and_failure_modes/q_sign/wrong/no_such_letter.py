# misconception: other_answer
q_sign = "e"
