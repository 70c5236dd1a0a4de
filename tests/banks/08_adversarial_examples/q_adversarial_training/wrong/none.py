# misconception: unanswered
q_adversarial_training = None
