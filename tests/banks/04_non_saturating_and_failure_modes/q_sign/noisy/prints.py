print("…")
q_sign = "b"
