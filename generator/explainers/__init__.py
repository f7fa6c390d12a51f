"""Authored pages: what an author may call, citations, rendering."""
