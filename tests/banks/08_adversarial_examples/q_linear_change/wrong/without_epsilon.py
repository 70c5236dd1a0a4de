# misconception: epsilon_missing
q_linear_change = -150_000 * 0.05
