# misconception: wrong_type
q_slope_ratio = "e^4"
