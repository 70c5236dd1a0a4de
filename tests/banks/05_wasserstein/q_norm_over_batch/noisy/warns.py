import warnings

warnings.warn('sure?')
q_norm_over_batch = 121
