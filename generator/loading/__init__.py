"""Nodes to typed records: shapes are checked, and every problem is mapped to its place."""

from generator.loading.shelving import load

__all__ = ["load"]
