# misconception: other_answer
q_slope_ratio = float("nan")
