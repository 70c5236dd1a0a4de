# misconception: trains_g_on_wrong
q_mismatched_pairs = "c"
