# misconception: as_percent
q_accuracy_at_equilibrium = 50
