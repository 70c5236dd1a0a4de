q_slope_ratio = math.e**4
print("≈", q_slope_ratio)
