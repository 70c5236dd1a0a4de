# misconception: keeps_d
q_keep = "c"
