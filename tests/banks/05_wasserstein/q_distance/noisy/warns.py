import warnings

warnings.warn('sure?')
q_distance = 2
