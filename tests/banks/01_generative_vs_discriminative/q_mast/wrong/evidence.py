# misconception: evidence
q_mast = 0.1 * 0.9 + 0.9 * 0.2
