# misconception: no_backpropagation
q_phase_one = "a"
