# misconception: gans_from_near_linearity
q_why_gans = "a"
