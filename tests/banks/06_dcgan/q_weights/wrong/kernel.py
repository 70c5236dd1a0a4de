# misconception: one_kernel
q_weights = 16
