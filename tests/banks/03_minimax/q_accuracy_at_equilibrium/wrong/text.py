# misconception: wrong_type
q_accuracy_at_equilibrium = "one half"
