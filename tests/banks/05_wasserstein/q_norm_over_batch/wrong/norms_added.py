# misconception: norms_added
q_norm_over_batch = 47 ** 2
