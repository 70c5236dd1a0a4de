# misconception: accuracy
q_coin_toss_bce = 0.5
