import warnings

warnings.warn("not sure")
q_phase_one = "b"
