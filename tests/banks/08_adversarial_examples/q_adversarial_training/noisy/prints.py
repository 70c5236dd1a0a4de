print("I think")
q_adversarial_training = "c"
