# misconception: drops_to_zero
q_accuracy_at_equilibrium = 0
