# misconception: keeps_data
q_keep = "d"
