import math

q_two_points = math.sqrt(8 * math.log(2) / 3)
