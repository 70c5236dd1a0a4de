# misconception: no_prior
q_mast = 0.9 / (0.9 + 0.2)
