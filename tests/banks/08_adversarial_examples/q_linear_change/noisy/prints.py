print(75)
q_linear_change = -75.0
