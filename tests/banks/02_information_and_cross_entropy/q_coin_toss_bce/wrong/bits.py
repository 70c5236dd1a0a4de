# misconception: in_bits
q_coin_toss_bce = 1.0
