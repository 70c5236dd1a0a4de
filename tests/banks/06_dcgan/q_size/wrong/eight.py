# misconception: other_answer
q_size = 8
