# misconception: other_answer
q_weights = 2048
