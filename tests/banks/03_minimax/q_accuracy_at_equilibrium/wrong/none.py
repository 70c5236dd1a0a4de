# misconception: unanswered
q_accuracy_at_equilibrium = None
