q_phase_one = 'B'
