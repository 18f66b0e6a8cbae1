"""Things of a scene, in the same flat shapes and the same line as its people; the floor lies at 92, the wall above it."""

from __future__ import annotations

BACK, MIDDLE, FRONT = range(3)  # behind everybody; between those behind a counter and the others; in front of all

# Each thing: its layer, and its drawing about x = 0.
_THINGS: dict[str, tuple[int, str]] = {
    "counter": (
        MIDDLE,
        (
            '<path class="g" d="M-32 54h64v4h-3v34h-58v-34h-3z"/>'
            '<path class="p" d="M-29 66l4-8l4 8l4-8l4 8l4-8l4 8l4-8l4 8l4-8l4 8l4-8l4 8l4-8l4 8h-58z"/>'
        ),
    ),
    "low-counter": (MIDDLE, '<path class="g" d="M-32 66h64v4h-60v22h-4z"/>'),
    "desk": (MIDDLE, '<path class="g" d="M-28 64h56v4h-4v24h-3v-24h-42v24h-3v-24h-4z"/>'),
    "chair": (BACK, '<path class="g" d="M-10 52h3v17h17v4h-1v19h-3v-19h-13v19h-3z"/>'),
    "bench": (BACK, '<path class="g" d="M-30 70h60v4h-4v18h-3v-18h-46v18h-3v-18h-4z"/>'),
    "screen": (BACK, '<path class="h" d="M-17 10h34v20h-34z"/><path class="q" d="M-8 16h5v4h-5v4h5M2 16h6v8h-6zM2 20h6"/>'),
    "screen-off": (BACK, '<path class="h" d="M-17 10h34v20h-34z"/>'),
    "door": (
        BACK,
        '<path class="g" d="M-13 34h26v58h-26z"/><path class="w" d="M-9 39h18v18h-18z"/><circle class="w" cx="8.5" cy="66" r="1.5"/>',
    ),
    "window": (BACK, '<path class="w" d="M-16 20h32v28h-32zM0 20v28M-16 34h32"/>'),
    "computer": (MIDDLE, '<path class="h" d="M-9 40h16v12h-16zM-3 52h4v2h-4z"/>'),
    "notice": (BACK, '<path class="w" d="M-9 18h18v24h-18zM-5 24h10M-5 29h10M-5 34h7"/>'),
    "clock": (BACK, '<circle class="w" cy="20" r="9"/><path class="f" d="M0 14v6l4 3"/>'),
    "fan": (
        BACK,
        (
            '<path class="n" d="M0 92V50M-8 92h16"/>'
            '<circle class="w" cy="40" r="11"/>'
            '<path class="g" d="M0 40q-6-4-3-9q5-1 3 9q4-6 9-2q1 5-9 2q1 7-5 8q-4-3 5-8z"/>'
        ),
    ),
    "lamp": (BACK, '<path class="n" d="M0 0v12"/><path class="g" d="M-9 20q1-8 9-8t9 8z"/>'),
    "plant": (
        BACK,
        (
            '<path class="r" d="M0 72q-12-4-11-18q10 3 11 18q-4-16 0-24q5 9 0 24q1-15 11-18q2 13-11 18z"/>'
            '<path class="g" d="M-7 74h14l-2 18h-10z"/>'
        ),
    ),
    "shelf": (
        BACK,
        (
            '<path class="g" d="M-20 24h40v68h-40zM-20 46h40M-20 68h40"/>'
            '<path class="w" d="M-16 32h5v14h-5zM-10 30h5v16h-5zM-3 33h6v13h-6zM-15 54h6v14h-6zM4 55h6v13h-6z"/>'
        ),
    ),
    "steps": (BACK, '<path class="w" d="M-30 92v-9h12v-9h12v-9h12v-9h12v-9h12v45z"/>'),
    "ramp": (BACK, '<path class="w" d="M-34 92L30 70h6v22z"/>'),
    "boat": (
        BACK,
        (
            '<path class="g" d="M-34 76q34 8 68-2q-4 18-16 18h-34q-14 0-18-16z"/>'
            '<path class="n" d="M-4 78V44"/>'
            '<path class="w" d="M-4 46q18 8 20 26h-20z"/>'
            '<path class="n" d="M-44 92q6-4 12 0t12 0t12 0t12 0t12 0t12 0t12 0"/>'
        ),
    ),
    "house": (
        BACK,
        '<path class="w" d="M-20 60h40v28h-40z"/><path class="h" d="M-26 60L-14 42h28L26 60z"/><path class="g" d="M-5 68h10v20h-10z"/>',
    ),
    "mountain": (BACK, '<path class="r" d="M-60 88L-24 30q4-4 8 0L2 56l14-18q4-4 8 0L60 88z"/>'),
    "motorbike": (
        FRONT,
        (
            '<circle class="n" cx="-16" cy="84" r="8"/>'
            '<circle class="n" cx="16" cy="84" r="8"/>'
            '<path class="k" d="M-20 74q6-6 14-3l6 3q4-2 5-10l5-1l6 17q-8-1-12 4h-14q-2-8-10-10z"/>'
            '<path class="n" d="M7 62l6-2"/>'
        ),
    ),
    "tree": (BACK, '<path class="g" d="M-2 92v-42h5v42z"/><path class="r" d="M0 20q14 0 16 14q4 14-8 20h-16q-14-4-10-18q3-16 18-16z"/>'),
    "rain": (
        BACK,
        '<path class="n" d="M-40 8l-4 12M-18 14l-4 12M4 6l-4 12M26 14l-4 12M-30 34l-4 12M-6 36l-4 12M18 34l-4 12M40 30l-4 12"/>',
    ),
    "pump": (BACK, '<path class="n" d="M0 92V60h12v8M0 62l-14-8"/><path class="w" d="M5 78h14l-2 14h-10z"/>'),
}


def layer(what: str) -> int:
    """Where a thing stands between the people."""
    return _THINGS[what][0]


def thing(what: str, x: float, lower: float) -> str:
    """A thing with its middle at x."""
    return f'<g transform="translate({x:g} {lower:g})">{_THINGS[what][1]}</g>'
