q_slope_ratio = math.exp(4)
