q_linear_change = -0.01 * 150_000 * 0.05
