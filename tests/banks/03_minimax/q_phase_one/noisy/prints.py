print("I think it is b")
q_phase_one = "b"
