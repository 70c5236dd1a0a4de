# misconception: exchanged
q_adversarial_training = "d"
