q_why_gans = "b."
