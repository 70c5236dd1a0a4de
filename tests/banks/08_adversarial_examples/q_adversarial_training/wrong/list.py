# misconception: wrong_type
q_adversarial_training = ["c"]
