# misconception: other_answer
q_phase_one = "e"
