# misconception: other_answer
q_first_term = "a and b"
