# misconception: not_divided
import math

q_js_from_value = math.log(4) - 1
