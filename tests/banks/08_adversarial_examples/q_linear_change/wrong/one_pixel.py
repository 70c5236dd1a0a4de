# misconception: other_answer
q_linear_change = -0.01 * 0.05
