# misconception: other_answer
q_sign = "a, b"
