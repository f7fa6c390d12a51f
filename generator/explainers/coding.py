"""What of a page is code, in which figures are free: a block that names its language, and nothing else."""

from __future__ import annotations

_LANGUAGES = "bash|console|css|csv|diff|html|http|ini|javascript|jinja|js|json|make|makefile|markdown|md|py|python|sh|shell|sql|toml|xml|yaml|yml"
CODE = rf"^(?P<fence>`{{3,20}}|~{{3,20}})[ ]{{0,9}}\.?(?:{_LANGUAGES})[ ]{{0,9}}\n.*?^(?P=fence)[ ]{{0,9}}$"
"""With more than one word behind its mark a block is none to Python-Markdown: it is shown as a paragraph.

https://github.com/Python-Markdown/markdown/blob/master/markdown/extensions/fenced_code.py
"""
