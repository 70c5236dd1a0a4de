# %% correct · expression
import math

q_coin_toss_bce = -math.log(0.5)

# %% correct · rounded
q_coin_toss_bce = 0.69

# %% wrong · accuracy · accuracy
q_coin_toss_bce = 0.5

# %% wrong · bits · in_bits
q_coin_toss_bce = 1.0

# %% wrong · positive_value · value_not_bce
q_coin_toss_bce = 1.386

# %% wrong · text · wrong_type
q_coin_toss_bce = "log 2"

# %% wrong · value · value_not_bce
import math

q_coin_toss_bce = -math.log(4)
