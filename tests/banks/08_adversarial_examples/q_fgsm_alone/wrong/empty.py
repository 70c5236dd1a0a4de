# misconception: wrong_type
q_fgsm_alone = ""
