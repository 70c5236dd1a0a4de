# misconception: no_exponential
q_slope_ratio = 4
