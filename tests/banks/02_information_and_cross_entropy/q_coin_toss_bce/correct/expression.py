import math

q_coin_toss_bce = -math.log(0.5)
