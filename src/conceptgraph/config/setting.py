"""How one setting is declared."""

from __future__ import annotations

from dataclasses import field
from typing import Any


def setting(
    default: Any,
    *,
    en: str,
    zh: str,
    unit: str = "",
    between: tuple[float, float] | None = None,
    choices: tuple[str, ...] = (),
    source: str = "",
) -> Any:
    """Declare one setting: default, meaning (English, Chinese), unit, allowed values, origin of the default."""
    metadata = {"en": en, "zh": zh, "unit": unit, "between": between, "choices": choices, "source": source}
    return field(default=default, metadata=metadata)
