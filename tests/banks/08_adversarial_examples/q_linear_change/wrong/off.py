# misconception: other_answer
q_linear_change = -1500.0
