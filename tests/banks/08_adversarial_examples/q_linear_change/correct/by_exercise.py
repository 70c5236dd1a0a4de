d, m, epsilon = 150_000, 0.05, 0.01
q_linear_change = -(epsilon * d * m)
