# misconception: unanswered
q_accuracy = None
