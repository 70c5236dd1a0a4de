# %% correct · fraction
q_all_zero = 10 / 11

# %% correct · rounded
q_all_zero = 0.909

# %% correct · three_digits
q_all_zero = 0.91

# %% correct · tensor
q_all_zero = torch.tensor(10 / 11)

# %% correct · sigmoid_of_log
q_all_zero = float(torch.sigmoid(torch.tensor(10.0).log()))

# %% correct · one_minus
q_all_zero = 1 - 1 / 11

# %% correct · softmax
q_all_zero = float(1 - torch.zeros(11).softmax(0)[-1])

# %% wrong · half · one_half
q_all_zero = 0.5

# %% wrong · sigmoid_of_zero · one_half
q_all_zero = float(torch.sigmoid(torch.tensor(0.0)))

# %% wrong · tenth · one_tenth
q_all_zero = 0.1

# %% wrong · one_over_ten · one_tenth
q_all_zero = 1 / 10

# %% wrong · eleventh · fake
q_all_zero = 1 / 11

# %% wrong · one · sure
q_all_zero = 1

# %% wrong · certain · sure
q_all_zero = 1.0

# %% wrong · z · other_answer
q_all_zero = 10

# %% wrong · none · unanswered
q_all_zero = None

# %% wrong · text · wrong_type
q_all_zero = "10/11"

# %% wrong · percent · other_answer
q_all_zero = 90.9
