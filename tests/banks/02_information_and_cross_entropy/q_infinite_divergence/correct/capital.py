q_infinite_divergence = "B"
