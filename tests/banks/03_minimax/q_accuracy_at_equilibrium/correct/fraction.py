q_accuracy_at_equilibrium = 1 / 2
