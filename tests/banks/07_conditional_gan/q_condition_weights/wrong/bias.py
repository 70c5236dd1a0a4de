# misconception: counts_bias
q_condition_weights = 2816
