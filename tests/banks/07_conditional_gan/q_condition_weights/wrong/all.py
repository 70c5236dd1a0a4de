# misconception: counts_z
q_condition_weights = 26 * 256
