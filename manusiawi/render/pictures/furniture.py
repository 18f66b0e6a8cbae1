"""What stands in a room, as seen from above: each drawn into its own box, a square of the plan being ten units."""

from __future__ import annotations

from collections.abc import Callable, Iterable

UNIT = 10
TURNS = {"up": 0, "right": 90, "down": 180, "left": 270}

Draw = Callable[[float, float, str], str]  # of width, height and facing; the SVG in the thing's own box


def drawn(what: str, at: tuple[float, float], size: tuple[float, float], facing: str) -> str:
    """One thing at its place."""
    width, height = (part * UNIT for part in size)
    return f'<g class="t-{what}" transform="translate({at[0] * UNIT:g} {at[1] * UNIT:g})">{_DRAWN[what](width, height, facing)}</g>'


def _box(width: float, height: float, facing: str = "", inset: float = 0) -> str:
    return f'<rect x="{inset:g}" y="{inset:g}" width="{width - 2 * inset:g}" height="{height - 2 * inset:g}"/>'


def _turned(inner: str, size: float, facing: str) -> str:
    """A drawing in a square box, made as if it faced up."""
    return f'<g transform="rotate({TURNS[facing]} {size / 2:g} {size / 2:g})">{inner}</g>' if TURNS[facing] else inner


def _counter(width: float, height: float, facing: str) -> str:
    """A desk with the edge where papers are handed over."""
    return _box(width, height) + f'<path d="M0 {height - 4:g}h{width:g}"/>'


def _chairs(width: float, height: float, facing: str) -> str:
    """Rows of seats, each with its back away from where it looks; `size` counts them."""
    seat = {
        "up": "m1.5 1h7v5.5h-7zm-.5 7.7h8",
        "down": "m1.5 3.5h7v5.5h-7zm-.5 -2.2h8",
        "left": "m1 1.5h5.5v7h-5.5zm7.7 -.5v8",
        "right": "m3.5 1.5h5.5v7h-5.5zm-2.2 -.5v8",
    }[facing]
    across, down = (10, 16) if facing in ("up", "down") else (16, 10)
    places = [(x * across, y * down) for y in range(round(height / UNIT)) for x in range(round(width / UNIT))]
    return '<path d="' + "".join(f"M{x} {y}{seat}" for x, y in places) + '"/>'


def _shelf(width: float, height: float, facing: str) -> str:
    lines = "".join(f"M{x:g} 0v{height:g}" for x in range(6, int(width), 6))
    return f'{_box(width, height)}<path d="{lines}"/>'


def _boxes(width: float, height: float, facing: str) -> str:
    """Cardboard boxes, each with its tape."""
    squares = [(x, y) for y in range(0, int(height) - 4, 9) for x in range(0, int(width) - 4, 9)]
    return '<path d="' + "".join(f"M{x} {y}h8v8h-8zm0 4h8" for x, y in squares) + '"/>'


def _plant(width: float, height: float, facing: str) -> str:
    middle = width / 2
    return _round(middle, (0.5, 0.28, 0.5), range(0, 360, 60))


def _round(middle: float, leaf: tuple[float, float, float], turns: Iterable[int]) -> str:
    """Leaves or blades about a middle; `leaf` is how far it lies from the top, its half width and half height, as shares of the middle."""
    top, width, height = (middle * share for share in leaf)
    shape = f'<ellipse cx="{middle:g}" cy="{top:g}" rx="{width:g}" ry="{height:g}"'
    return "".join(f'{shape} transform="rotate({turn} {middle:g} {middle:g})"/>' for turn in turns)


def _fan(width: float, height: float, facing: str) -> str:
    middle = width / 2
    return f'<circle cx="{middle:g}" cy="{middle:g}" r="{middle:g}"/>' + _round(middle, (0.55, 0.24, 0.42), (0, 120, 240))


def _speaker(width: float, height: float, facing: str) -> str:
    return _turned('<path class="on" d="M1 6h3l4 3v-8l-4 3h-3z"/><path d="M10 2.5q2 2.5 0 5M12.5 1q3.5 4 0 8"/>', 10, "up")


def _silent(width: float, height: float, facing: str) -> str:
    return '<path class="on" d="M1 6h3l4 3v-8l-4 3h-3z"/><path d="M10.5 2.5l5 5m0 -5l-5 5"/>'


def _machine(width: float, height: float, facing: str) -> str:
    """The machine that gives out numbers: a post with a slip coming out of it."""
    x, y, slip = width * 0.3, height * 0.55, width * 0.4
    return f'{_box(width, height)}<path class="slip" d="M{x:g} {y:g}h{slip:g}v{height * 0.7:g}h-{slip:g}z"/>'


def _toilet(width: float, height: float, facing: str) -> str:
    """The bowl and its tank."""
    return '<path d="M2 1h10v4h-10z"/><ellipse cx="7" cy="10" rx="4.5" ry="5.5"/>'


def _door(width: float, height: float, facing: str) -> str:
    """An open leaf and the quarter circle that it sweeps, on a gap in the wall that it leaves behind it."""
    size = max(width, height)
    return _turned(
        f'<path class="gap" d="M0 {size:g}h{size:g}"/><path d="M0 {size:g}v-{size:g}a{size:g} {size:g} 0 0 1 {size:g} {size:g}"/>',
        size,
        facing,
    )


def _steps(width: float, height: float, facing: str) -> str:
    across = facing in ("left", "right")
    lines = (
        "".join(f"M{x:g} 0v{height:g}" for x in range(4, int(width), 4))
        if across
        else "".join(f"M0 {y:g}h{width:g}" for y in range(4, int(height), 4))
    )
    return f'{_box(width, height)}<path d="{lines}"/>{_arrow(width, height, facing)}'


def _ramp(width: float, height: float, facing: str) -> str:
    """A slope: edges that draw together towards its upper end, and an arrow that leads up."""
    edges = {
        "up": f"M0 {height:g}L3 0M{width:g} {height:g}L{width - 3:g} 0",
        "down": f"M3 {height:g}L0 0M{width - 3:g} {height:g}L{width:g} 0",
        "left": f"M{width:g} 0L0 3M{width:g} {height:g}L0 {height - 3:g}",
        "right": f"M0 0L{width:g} 3M0 {height:g}L{width:g} {height - 3:g}",
    }[facing]
    return f'{_box(width, height)}<path d="{edges}"/>{_arrow(width, height, facing)}'


def _arrow(width: float, height: float, facing: str) -> str:
    """From the lower end to the upper one."""
    x, y = width / 2, height / 2
    return {
        "up": f'<path class="way" d="M{x:g} {height - 4:g}V4m-4 5l4 -5l4 5"/>',
        "down": f'<path class="way" d="M{x:g} 4V{height - 4:g}m-4 -5l4 5l4 -5"/>',
        "left": f'<path class="way" d="M{width - 4:g} {y:g}H4m5 -4l-5 4l5 4"/>',
        "right": f'<path class="way" d="M4 {y:g}H{width - 4:g}m-5 -4l5 4l-5 4"/>',
    }[facing]


def _tactile(width: float, height: float, facing: str) -> str:
    """Paving with ribs along the way that it leads."""
    lines = "".join(f"M{x:g} 0v{height:g}" for x in (3, 7)) if height >= width else "".join(f"M0 {y:g}h{width:g}" for y in (3, 7))
    return f'{_box(width, height)}<path d="{lines}"/>'


def _turning(width: float, height: float, facing: str) -> str:
    return f'<circle cx="{width / 2:g}" cy="{width / 2:g}" r="{width / 2:g}"/>'


def _person(width: float, height: float, facing: str) -> str:
    """Shoulders and head from above."""
    return _turned('<ellipse cx="7" cy="8" rx="6.5" ry="3.5"/><circle cx="7" cy="6.5" r="3.2"/>', 14, facing)


def _wheelchair(width: float, height: float, facing: str) -> str:
    """A person between two wheels, feet in front."""
    chair = '<path class="wheel" d="M1 5v11M15 5v11"/><path d="M4 7h8v8h-8zM5 7v-4h2.5M11 7v-4h-2.5"/>'
    return _turned(f'{chair}<ellipse cx="8" cy="11.5" rx="5" ry="2.8"/><circle cx="8" cy="10.5" r="2.9"/>', 16, facing)


def _motorbike(width: float, height: float, facing: str) -> str:
    inner = '<ellipse cx="15" cy="15" rx="3.5" ry="14"/><path class="wheel" d="M8 8h14"/><path d="M11.5 15h7v9h-7z"/>'
    return _turned(inner, 30, facing)


_DRAWN: dict[str, Draw] = {
    "counter": _counter,
    "desk": _box,
    "chairs": _chairs,
    "shelf": _shelf,
    "boxes": _boxes,
    "plant": _plant,
    "fan": _fan,
    "screen": _box,
    "speaker": _speaker,
    "speaker-off": _silent,
    "machine": _machine,
    "sign": _box,
    "toilet": _toilet,
    "wall": _box,
    "door": _door,
    "pillar": _box,
    "steps": _steps,
    "ramp": _ramp,
    "tactile": _tactile,
    "turning": _turning,
    "area": _box,
    "person": _person,
    "guard": _person,
    "wheelchair": _wheelchair,
    "motorbike": _motorbike,
}
