# misconception: nonlinearity
q_why_gans = "C"
