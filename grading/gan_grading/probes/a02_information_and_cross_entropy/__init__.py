"""Probes of 02_information_and_cross_entropy."""
