# misconception: as_by_chance
q_linear_change = -0.01 * 0.05 * 150_000 ** 0.5
