import warnings

warnings.warn('sure?')
q_penalty_weight = "b"
