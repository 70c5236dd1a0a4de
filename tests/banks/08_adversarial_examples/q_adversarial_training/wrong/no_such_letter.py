# misconception: other_answer
q_adversarial_training = "e"
