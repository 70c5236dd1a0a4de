# misconception: lower_bound
q_fgsm_alone = "B"
