# misconception: means_only
q_distance = 1
