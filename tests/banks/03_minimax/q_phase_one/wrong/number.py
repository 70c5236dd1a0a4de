# misconception: wrong_type
q_phase_one = 3
