letters = "abcd"
q_phase_one = letters[1]
