# misconception: g_makes_no_samples
q_phase_one = "c"
