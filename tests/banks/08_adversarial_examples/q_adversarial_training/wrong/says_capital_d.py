# misconception: exchanged
q_adversarial_training = "D"
