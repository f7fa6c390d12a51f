"""Quotes found in articles, and values compared with them."""
