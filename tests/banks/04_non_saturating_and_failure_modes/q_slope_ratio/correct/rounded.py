q_slope_ratio = 55
