"""A text as a reader takes it in: its sentences, with their places."""

from generator.language.text.sentences import sentences

__all__ = ["sentences"]
