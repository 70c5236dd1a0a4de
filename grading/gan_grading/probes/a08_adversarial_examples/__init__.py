"""Probes of 08_adversarial_examples."""
