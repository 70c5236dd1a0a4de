q_linear_change = -75
