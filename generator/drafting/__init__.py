"""Drafting: a new record out of answers, as the text of its file, judged before anybody writes it."""
