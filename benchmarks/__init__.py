"""Timings, each as a ratio within one run; machines differ and are shared, so no test depends on them."""
