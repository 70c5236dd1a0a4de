import warnings

warnings.warn("not sure")
q_why_gans = "b"
