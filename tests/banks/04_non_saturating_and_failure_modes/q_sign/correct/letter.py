q_sign = "b"
