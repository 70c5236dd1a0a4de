print('thinking')
q_penalty_weight = "b"
