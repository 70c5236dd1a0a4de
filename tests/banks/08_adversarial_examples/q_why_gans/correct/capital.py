q_why_gans = "B"
