letters = "abcd"
q_adversarial_training = letters["abcd".index("c")]
