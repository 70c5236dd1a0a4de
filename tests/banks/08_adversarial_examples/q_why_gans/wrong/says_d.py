# misconception: gan_makes_the_examples
q_why_gans = "d"
