# misconception: balances
q_mismatched_pairs = "d"
