print("I think")
q_why_gans = "b"
