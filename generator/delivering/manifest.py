"""The sums of all published files, in the form that `sha256sum --check` reads."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

NAME = "SHA256SUMS"


def manifest(files: Mapping[str, bytes]) -> str:
    """One line a file, by path; the manifest itself is left out."""
    listed = sorted(path for path in files if path != NAME)
    return "".join(f"{sha256(files[path]).hexdigest()}  {path}\n" for path in listed)
