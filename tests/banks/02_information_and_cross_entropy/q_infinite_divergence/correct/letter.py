q_infinite_divergence = "b"
