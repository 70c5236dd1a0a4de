# misconception: both_infinite
q_infinite_divergence = "c"
