# misconception: same_thing
q_adversarial_training = "a"
