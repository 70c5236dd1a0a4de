print("I think")
q_fgsm_alone = "d"
