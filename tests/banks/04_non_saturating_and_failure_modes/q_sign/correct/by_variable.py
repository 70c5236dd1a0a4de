answer = "b"
q_sign = answer
