import warnings

warnings.warn('sure?')
q_without_constraint = "c"
