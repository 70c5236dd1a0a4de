# misconception: nonlinearity
q_why_gans = "c"
