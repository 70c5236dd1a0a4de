# misconception: one_slope
q_slope_ratio = 1 / (1 + math.exp(-4))
