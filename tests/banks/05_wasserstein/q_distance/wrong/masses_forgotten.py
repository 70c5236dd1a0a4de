# misconception: masses_forgotten
q_distance = 4
