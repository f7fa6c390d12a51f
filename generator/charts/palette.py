"""The colours of charts: fixed sentinels while drawing, CSS variables with fallbacks in the finished SVG."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

INK = "#c4a700"
MUTED = "#c4a701"
ACCENT = "#c4a702"
ACCENT_SOFT = "#c4a703"
GRID = "#c4a704"
SECOND = "#c4a705"

VARIABLES: Mapping[str, str] = MappingProxyType(
    {
        INK: "var(--chart-ink, #1c2127)",
        MUTED: "var(--chart-muted, #59626d)",
        ACCENT: "var(--chart-accent, #1f5fa6)",
        ACCENT_SOFT: "var(--chart-accent-soft, #cfe0f2)",
        SECOND: "var(--md-accent-fg-color, #8a3a12)",
        GRID: "var(--chart-grid, #c9ced6)",
    }
)
