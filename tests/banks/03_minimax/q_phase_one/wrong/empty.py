# misconception: wrong_type
q_phase_one = ""
