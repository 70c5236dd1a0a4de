"""Probes of the assignment 07_conditional_gan."""
