import warnings

warnings.warn("not sure")
q_adversarial_training = "c"
