import math
import warnings

warnings.warn('logarithms ahead')
print('−log 4 =', -math.log(4))
q_value_at_equilibrium = -math.log(4)
