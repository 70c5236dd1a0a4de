import warnings
warnings.warn('hm')
q_linear_change = -75.0
