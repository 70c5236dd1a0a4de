q_sign = "b."
