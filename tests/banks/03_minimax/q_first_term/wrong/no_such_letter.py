# misconception: other_answer
q_first_term = "e"
