q_phase_one = "b)"
