# %% correct · expression
q_spiral = 1.01**50

# %% correct · played
place = (1.0, 0.0)
for _ in range(100):
    place = xy_step(*place, 0.1, False)
q_spiral = math.hypot(*place)

# %% correct · root
q_spiral = math.sqrt(1.01) ** 100

# %% correct · rounded
q_spiral = 1.64

# %% correct · tensor
q_spiral = torch.tensor(1.01).pow(50)

# %% correct · up
q_spiral = 1.65

# %% wrong · eta · grows_by_eta
q_spiral = 1.1**100

# %% wrong · none · unanswered
q_spiral = None

# %% wrong · one_round
q_spiral = math.sqrt(1.01)

# %% wrong · pair · wrong_type
q_spiral = (1.64, 0)

# %% wrong · percent · other_answer
q_spiral = 164

# %% wrong · shrinks · shrinks
q_spiral = 0.99**50

# %% wrong · square · grows_by_square
q_spiral = 1.01**100

# %% wrong · stays · stays
q_spiral = 1

# %% noisy · warns
import warnings

warnings.warn("spirale", stacklevel=1)
q_spiral = math.exp(50 * math.log(1.01))
