q_sign = "  b "
