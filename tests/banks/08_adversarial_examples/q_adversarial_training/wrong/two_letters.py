# misconception: other_answer
q_adversarial_training = "a and b"
