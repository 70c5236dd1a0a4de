q_keep = " (a) "
