# %% correct · right_0
q_size = 7

# %% correct · right_1
q_size = (13 + 2 * 2 - 5) // 2 + 1

# %% correct · right_2
q_size = 7.0

# %% correct · right_3
q_size = torch.tensor(7)

# %% correct · right_4
q_size = conv_size(13, 5, 2, 2)

# %% wrong · eight · other_answer
q_size = 8

# %% wrong · half · other_answer
q_size = 6.5

# %% wrong · moves · off_by_one
q_size = 6

# %% wrong · no_padding · padding_forgotten
q_size = 5

# %% wrong · text · wrong_type
q_size = 'seven'

# %% wrong · transposed · wrong_direction
q_size = 25

# %% wrong · unanswered · unanswered
q_size = None
