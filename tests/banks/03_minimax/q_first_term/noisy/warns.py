import warnings

warnings.warn("not sure")
q_first_term = "c"
