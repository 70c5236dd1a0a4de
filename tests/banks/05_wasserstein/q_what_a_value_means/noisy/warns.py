import warnings

warnings.warn('sure?')
q_what_a_value_means = "d"
