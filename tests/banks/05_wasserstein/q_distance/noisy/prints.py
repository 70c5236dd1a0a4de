print('thinking')
q_distance = 2
