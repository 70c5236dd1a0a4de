# misconception: columns_only
q_condition_weights = 10
