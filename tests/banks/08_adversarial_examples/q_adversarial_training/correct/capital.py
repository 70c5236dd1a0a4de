q_adversarial_training = "C"
