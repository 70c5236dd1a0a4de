# misconception: attacker_has_weights
q_adversarial_training = "b"
