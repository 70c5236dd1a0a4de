# misconception: wrong_type
q_coin_toss_bce = "log 2"
