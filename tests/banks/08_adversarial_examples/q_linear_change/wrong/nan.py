# misconception: other_answer
q_linear_change = float("nan")
