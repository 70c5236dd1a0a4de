# misconception: other_answer
q_accuracy_at_equilibrium = -1.386
