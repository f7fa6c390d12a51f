"""What is wrong with the text of a field, as the field's own type tells it."""

from __future__ import annotations


class Mistake(ValueError):
    """A value that cannot be read: `headline` says what is wrong, `hint` the one thing to do about it.

    `key` is the key to point at where a whole record is meant, `lacks` the one that should stand there and does not.
    """

    def __init__(self, headline: str, hint: str = "", *, key: str = "", lacks: str = "") -> None:
        super().__init__(f"{headline}; {hint}" if hint else headline)
        self.headline, self.hint, self.key, self.lacks = headline, hint, key, lacks
