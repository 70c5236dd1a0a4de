q_sign = "(b)"
