# misconception: other_answer
q_slope_ratio = -54.6
