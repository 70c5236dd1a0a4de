# misconception: odds
q_mast = 0.5
