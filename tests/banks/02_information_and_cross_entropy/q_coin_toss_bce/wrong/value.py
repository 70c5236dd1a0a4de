# misconception: value_not_bce
import math

q_coin_toss_bce = -math.log(4)
