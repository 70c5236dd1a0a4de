q_adversarial_training = "c)"
