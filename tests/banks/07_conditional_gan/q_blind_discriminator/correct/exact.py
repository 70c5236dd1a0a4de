q_blind_discriminator = __import__("fractions").Fraction(1, 10)
