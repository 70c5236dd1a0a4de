# misconception: unanswered
q_batch_norm = None
