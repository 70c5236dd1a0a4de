import math

q_nats_of_three_bits = 3 * math.log(2)
