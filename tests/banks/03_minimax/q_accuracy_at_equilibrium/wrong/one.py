# misconception: always_right
q_accuracy_at_equilibrium = 1.0
