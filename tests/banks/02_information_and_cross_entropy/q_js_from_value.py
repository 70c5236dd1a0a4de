# %% correct · digits
q_js_from_value = 0.1931

# %% correct · expression
import math

q_js_from_value = (math.log(4) - 1) / 2

# %% correct · rounded
q_js_from_value = 0.19

# %% wrong · bits · in_bits
q_js_from_value = 0.279

# %% wrong · no_log_4 · log_4_forgotten
q_js_from_value = -0.5

# %% wrong · not_divided · not_divided
import math

q_js_from_value = math.log(4) - 1

# %% wrong · other · other_answer
q_js_from_value = 1.193
