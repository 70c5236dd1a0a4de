# misconception: wrong_type
q_size = 'seven'
