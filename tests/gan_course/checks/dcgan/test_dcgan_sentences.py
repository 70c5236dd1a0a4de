"""Wrong answers get the sentence that names their mistake, word for word."""

from __future__ import annotations

import pytest

CONV = "✗ 10 pixels, kernel 3, stride 2, padding 0: yours"

LINES = [
    ("conv_size/true_division", f"{CONV} 4.5, wanted 4", "The last pixel is left over"),
    (
        "conv_size/padding_once",
        "✗ 16 pixels, kernel 4, stride 2, padding 1: yours 7, wanted 8",
        "at both ends of the row",
    ),
    ("conv_size/floor_but_float", "✗ returned 9.0, wanted an int", "A layer takes no 8.0 for a size"),
    (
        "transposed_size/padding_added",
        "✗ 4 pixels, kernel 4, stride 2, padding 1: yours 12, wanted 8",
        "Padding is cut away here",
    ),
    (
        "transposed_size/n_not_less_one",
        "✗ 1 pixels, kernel 7, stride 1, padding 0: yours 8, wanted 7",
        "One pixel becomes one stamp",
    ),
    (
        "scale_pixels/zero_to_one",
        "✗ 0, 4, 8 and 16 of 16: yours 0.00, 0.25, 0.50, 1.00, wanted −1.00, −0.50, 0.00, 1.00",
        "These run from 0 to 1.",
    ),
    (
        "scale_pixels/negative",
        "✗ 0, 4, 8 and 16 of 16: yours 1.00, 0.50, 0.00, −1.00, wanted −1.00, −0.50, 0.00, 1.00",
        "changed places",
    ),
    (
        "scale_pixels/batch_min_max",
        "✗ 2 and 6 of 16, with no black and no white beside them: yours −1.00, 1.00, wanted −0.75, −0.25",
        "must not depend on the other pixels",
    ),
    (
        "scale_pixels/always_16",
        "✗ 0, 51, 204 and 255 of 255 (uint8): yours −1.00, 5.38, 24.50, 30.88, wanted −1.00, −0.60, "
        "0.60, 1.00",
        "White is 255 here.",
    ),
    (
        "scale_pixels/overflow",
        "✗ 0, 51, 204 and 255 of 255 (uint8): yours −1.00, −0.60, −0.40, −0.00, wanted −1.00, −0.60, "
        "0.60, 1.00",
        "",
    ),
    ("scale_pixels/in_place", "✗ the pixels you were given have changed", "work in place"),
    ("make_generator/no_tanh", "✗ pixels run from", "Which activation, as the very last step"),
    (
        "make_generator/sigmoid",
        "✗ pixels run from 0.00 to 1.00, whatever the weights",
        "the range of a sigmoid or a ReLU",
    ),
    (
        "make_generator/half_tanh",
        "✗ pixels run from −0.50 to 0.50, whatever the weights",
        "tanh reaches −1 and 1 by itself",
    ),
    (
        "make_generator/thirty_pixels",
        "✗ returned shape (12, 1, 18, 18), wanted (12, 1, 16, 16)",
        "Follow the size through your layers",
    ),
    (
        "make_generator/size_sixteen_only",
        "✗ returned shape (12, 1, 16, 16), wanted (12, 1, 28, 28)",
        "Follow the size through your layers",
    ),
    (
        "make_generator/batch_norm_before_tanh",
        "✗ whatever z is, the pixels of a batch have the same mean and spread",
        "Batch norm stands between hidden layers",
    ),
    (
        "make_generator/cpu_tensor",
        "✗ forward makes a tensor on the CPU, whatever device the batch is on",
        "takes its device from the input",
    ),
    (
        "make_generator/eval_left_on",
        "✗ the network comes in evaluation mode",
        "It is built to be trained first",
    ),
    ("make_generator/mlp", "✗", "A convolution has one small kernel"),
    (
        "make_generator/no_bends",
        "✗ without its last activation the network is a linear map",
        "collapse into a single one",
    ),
    (
        "make_discriminator/maps_left",
        "✗ returned shape (12, 1, 1, 1), wanted (12,) or (12, 1)",
        "That is a map of one pixel",
    ),
    (
        "make_discriminator/sigmoid",
        "✗ its output cannot leave the range from 0.00 to 1.00",
        "a sigmoid belongs into the loss",
    ),
    (
        "make_discriminator/batch_norm_after_first",
        "✗ gives the same logits when the contrast of all pictures is doubled",
        "how bright and sharp they are",
    ),
    (
        "make_discriminator/no_running_stats",
        "✗ in evaluation mode the verdict on a picture changes",
        "What else of yours looks along the batch",
    ),
    (
        "initialise/conv_only",
        "✗ a transposed convolution has weights of mean 0.700 and standard deviation 0.000",
        "Which classes of layers",
    ),
    ("initialise/variance", "✗ a convolution has weights of mean", "0.02 is the standard deviation itself"),
    ("initialise/everything_with_a_weight", "✗ batch norm's scale is", "belongs near 1"),
    ("initialise/not_in_place", "✗ no layer has changed", "methods that end in _ do that"),
    (
        "initialise/uniform_same_deviation",
        "✗ a convolution has weights that are not normally distributed",
        "no tails",
    ),
    ("dcgan_step/detached_for_g", "✗ G did not move", "Was the path from g_loss back to G cut"),
    ("dcgan_step/simultaneous", "✗ G learned from the D of before its step", "The players take turns"),
    ("dcgan_step/no_zero_grad", "✗ D was carried away by an old gradient", "Clear them"),
    ("dcgan_step/d_steps_in_g_half", "✗ D moved on the loss of G as well", "only g_optimizer takes a step"),
    ("dcgan_step/mixed_batch", "✗ D is shown real pictures and fakes in one batch", "Ask D twice"),
    (
        "dcgan_step/left_in_eval",
        "✗ a network was left in evaluation mode",
        "both networks stay in training mode",
    ),
    ("dcgan_step/fixed_batch", "✗ draws 64 noise vectors, wanted 3", "it may change from one to the next"),
    ("dcgan_step/returns_tensors", "✗ returned", "keeps the graph of every step alive"),
    (
        "interpolate/reversed",
        "✗ the first point is (8.00, 0.00, 2.00), wanted z_start = (0.00, 4.00, −2.00)",
        "The walk goes the other way",
    ),
    (
        "interpolate/end_missing",
        "✗ the last point is (6.40, 0.80, 1.20), wanted z_end = (8.00, 0.00, 2.00)",
        "Does your t reach 1?",
    ),
    ("interpolate/columns", "✗ returned shape (3, 5), wanted (5, 3)", "One row for each of the 5 points"),
    (
        "interpolate/list_of_points",
        "✗ returned list of 5, wanted one tensor",
        "torch.stack makes one of a list",
    ),
    (
        "save_generator/torch_save_state",
        "✗ the file is not a safetensors file",
        "whoever reads a pickle may run code",
    ),
    (
        "save_generator/parameters_only",
        "✗ not in the file: 2.running_mean, 2.running_var",
        "without them G gives other pictures",
    ),
    (
        "save_generator/not_contiguous",
        "✗ stops for a network whose weights lie channels-last in memory",
        ".contiguous()",
    ),
    ("save_generator/fixed_name", "✗ there is no file g.safetensors", "write exactly there"),
    ("load_generator/training_mode", "✗ comes in training mode", "is switched to evaluation"),
    (
        "load_generator/not_loaded",
        "✗ the network does not hold the numbers of the file",
        "give what it holds to load_state_dict",
    ),
    ("load_generator/tried_in_training_mode", "✗", ""),
    ("load_generator/keys_report", "✗ returned", "returns a list of names that did not fit"),
]


@pytest.mark.parametrize(("answer", "line", "teach"), LINES, ids=[line[0] for line in LINES])
def test_a_mistake_gets_its_own_sentence(red, wrong_answer, answer, line, teach):
    exercise, name = answer.split("/")
    seen, taught = red(exercise, wrong_answer(exercise, name))
    assert seen.startswith(line), seen
    assert teach in taught, taught
