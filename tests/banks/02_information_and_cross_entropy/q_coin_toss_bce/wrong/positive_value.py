# misconception: value_not_bce
q_coin_toss_bce = 1.386
