q_accuracy_at_equilibrium = 50 / 100
