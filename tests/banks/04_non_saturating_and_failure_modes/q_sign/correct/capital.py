q_sign = "B"
