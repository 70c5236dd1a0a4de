import warnings

warnings.warn("spirale", stacklevel=1)
q_spiral = math.exp(50 * math.log(1.01))
