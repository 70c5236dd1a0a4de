# misconception: both_move
q_phase_one = "D"
