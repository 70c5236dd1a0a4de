# misconception: direction
q_infinite_divergence = "a"
