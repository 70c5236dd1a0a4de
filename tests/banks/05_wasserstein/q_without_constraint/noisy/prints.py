print('thinking')
q_without_constraint = "c"
