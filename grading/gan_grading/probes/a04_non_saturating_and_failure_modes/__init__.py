"""Probes of 04_non_saturating_and_failure_modes."""
