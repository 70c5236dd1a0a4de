import math

q_js_from_value = (math.log(4) - 1) / 2
