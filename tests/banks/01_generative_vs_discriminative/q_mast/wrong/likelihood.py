# misconception: likelihood
q_mast = 0.9
