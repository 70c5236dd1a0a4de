# misconception: other_answer
q_size = 6.5
