# misconception: other_answer
q_phase_one = "a and b"
