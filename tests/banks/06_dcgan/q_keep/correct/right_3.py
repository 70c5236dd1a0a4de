q_keep = 'a.'
