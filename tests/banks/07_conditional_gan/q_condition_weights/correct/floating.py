q_condition_weights = 2560.0
