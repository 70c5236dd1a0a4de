# misconception: other_answer
q_accuracy_at_equilibrium = float("nan")
