"""People of a scene: plain flat figures of one line, whose feet stand at 0 0 and who look to the right; classes give the colours.

A limb is one line drawn twice, broad in ink and narrower in the colour of what covers it.
"""

from __future__ import annotations

from manusiawi.entries.drawn.scenes import Figure

SIZE = {"adult": 1.0, "old": 0.96, "child": 0.7, "teen": 0.88}
SEAT = 15  # how much lower a body is that sits

_TORSO = "M-9-39C-11-50-11-60-7.5-65.5Q0-68.5 7.5-65.5C11-60 11-50 9-39Q0-37 -9-39Z"
_BELLY = "M-9-39C-11-50-11-60-7.5-65.5Q0-68.5 7.5-65.5C9-60 16-52 13-42Q6-36 -9-39Z"
_LONG = "M-9-40L-12-3Q0 0 12-3L9-40Z"
_LAP = "M-9-26Q-9-32-7-32H10Q15-31 15.5-25L16-5H6L5-20H-8Z"

_ARMS = {  # the far arm and the near arm, from shoulder over elbow to hand
    "down": ("M6-61L9-50L9-41", "M-6-61L-9-50L-7.5-40"),
    "hold": ("M6-61L11-51L13-53", "M-6-61L-8-49L9-50"),
    "give": ("M6-61L9-50L9-41", "M-6-61L0-51L19-55"),
    "point": ("M6-61L9-50L9-41", "M-6-61L3-56L21-63"),
    "sign": ("M6-61L13-54L14-65", "M-6-61L0-50L10-58"),
    "phone": ("M6-61L9-50L9-41", "M-6-61L-3-51L5-69"),
    "rest": ("M6-61L10-50L16-48", "M-6-61L-3-50L15-47"),
    "call": ("M6-61L9-50L9-41", "M-6-61L3-53L10-70"),
    "wave": ("M6-61L9-50L9-41", "M-6-61L4-60L12-72"),
}
_FACE = '<path class="f" d="M3-78v.1M6.6-78v.1"/><path class="d" d="{mouth}"/>'
_MOUTH = {"calm": "M3.5-73.8q1.5 1 3 0", "glad": "M3-74.5q2 3 4 0", "worried": "M3.4-72.8q1.6-1.4 3.2 0"}
_HAIR = {
    "short": '<path class="h" d="M-7.5-74Q-10-86 0-86.5Q8-87 8.5-80Q3-82.5-1-80.5Q-4-79-4.5-74Q-6-72-7.5-74Z"/>',
    "long": '<path class="h" d="M-6-66Q-11-72-8-81Q-5-87 1-86.5Q8-87 8.5-80Q2-82.5-1-79.5Q-4-76-1.5-66Q-4-64-6-66Z"/>',
    "bun": '<circle class="h" cx="-8.5" cy="-81" r="4"/>'
    '<path class="h" d="M-7.5-74Q-10-86 0-86.5Q8-87 8.5-80Q3-82.5-1-80.5Q-4-79-4.5-74Q-6-72-7.5-74Z"/>',
    "curly": '<path class="h" d="M-5-71q-5-1-4-5q-4-3-1-6q-1-5 4-5q2-4 6-2q4-2 6 2q4 2 3 5q-3-1-5 0q-2-2-4 1q-2 0-2 4q-1 5-3 6z"/>',
    "peci": '<path class="i" d="M-7-78L-7.5-80L-6.5-88.5H7L8.5-81Q0-83.5-7-78Z"/>'
    '<path class="h" d="M-7.3-78L-4.8-79.5L-4.5-74Q-6-73-7-75Z"/>',
    "helmet": '<path class="k" d="M-8.5-75Q-11-88 0-88.5Q10-88.5 10-79.5Q2-81-1-78Q-2-73-4-72Q-7-72-8.5-75Z"/>',
    "bald": '<path class="h" d="M-7.5-74Q-9-79-7-82Q-5-80-4.5-74Q-6-72-7.5-74Z"/>',
}
_SCARF = (
    '<path class="k" d="M-8-72Q-12-87 1-87.5Q11-87 10.5-76Q10-69 11-62Q0-56-10.5-61Q-8-66-8-72Z"/>'
    '<ellipse class="s" cx="3.8" cy="-77" rx="4.9" ry="6.5"/>'
)
_HEAD = '<path class="s" d="M-3-72v6q3 2.5 6 0v-6"/><circle class="s" cx="1" cy="-77.5" r="8"/>'

_DETAILS = {  # what makes clothes those clothes
    "khaki": '<path class="d" d="M-1-66v27M2.5-59h4.5v4.5h-4.5zM-6.5-59h3.5v4.5h-3.5z"/>',
    "guard": '<path class="d" d="M-1-66v22M-9.5-44h19M3-60h4"/>',
    "batik": '<path class="p" d="M-6-44l2.5-5l2.5 5zM1-44l2.5-5l2.5 5zM-6-54l2.5-5l2.5 5zM1-54l2.5-5l2.5 5z"/>',
    "shirt": '<path class="d" d="M-2.5-66.5l3 4l3-4M.5-62.5v23"/>',
    "jacket": '<path class="w" d="M-2-66.5L0-39h5L3.5-66.5z"/><path class="d" d="M-2-66.5L0-39M3.5-66.5L5-39"/>',
    "kebaya": '<path class="d" d="M-2-66.5L2-52L4-66.5M2-52L1-39"/>',
    "gamis": '<path class="d" d="M1-60v18"/>',
    "school": '<path class="k" d="M-1-66l1.5 3l1.5-3l1 12l-2.5 3l-2.5-3z"/>',
    "sarung": '<path class="d" d="M-2.5-66.5l3 4l3-4M.5-62.5v23"/>',
}
_HEM = '<path class="p" d="M-11-4l3-7l3 7l3-7l3 7l3-7l3 7l3-7l1.5 7z"/>'  # young bamboo, as on woven cloth
_HEM_LAP = '<path class="p" d="M6.5-6l2.3-7l2.3 7l2.3-7l2.3 7z"/>'
_SKIRTS = ("kebaya", "gamis", "sarung")


def person(figure: Figure) -> str:
    """One figure at its place, all its parts in one group."""
    size = SIZE[figure.age]
    turn = -size if figure.facing == "left" else size
    ground = 90 if figure.behind else 92
    scale = f" scale({turn:g} {size:g})" if (turn, size) != (1, 1) else ""
    sits = figure.pose == "sit" or "wheelchair" in figure.has
    classes = f"c-{figure.wears}{f' v{figure.shade}' if figure.shade else ''}{' old' if figure.age == 'old' else ''}"
    upper = _upper(figure)
    if sits:
        upper = f'<g transform="translate(0 {SEAT})">{upper}</g>'
    parts = f"{_back(figure)}{_legs(figure, sits)}{upper}{_front(figure)}"
    return f'<g class="{classes}" transform="translate({figure.x:g} {ground}){scale}">{parts}</g>'


def _limb(path: str, kind: str) -> str:
    return f'<path class="o" d="{path}"/><path class="{kind}" d="{path}"/>'


def _legs(figure: Figure, sits: bool) -> str:
    """Two legs, or the cloth that covers them."""
    if figure.wears in _SKIRTS:
        hem = "" if figure.wears == "gamis" else _HEM_LAP if sits else _HEM
        feet = '<path class="o" d="M9-2h4"/>' if sits else '<path class="o" d="M-5-1h3M4-1h4"/>'
        return f'{feet}<path class="b" d="{_LAP if sits else _LONG}"/>{hem}'
    if sits:
        paths = ("M2-25L13-25L12-3", "M-2-24L10-24L9-3")
        feet = "M11-2h5M8-2h5"
    elif figure.pose == "walk":
        paths = ("M3-38L9-20L14-3", "M-3-38L-4-20L-12-4")
        feet = "M13-2h5M-13-2h4"
    else:
        paths = ("M4-38L5-20L5-3", "M-4-38L-5-20L-5-3")
        feet = "M5-2h4M-5-2h4"
    return f'<path class="o" d="{feet}"/>' + "".join(_limb(path, "l") for path in paths)


def _upper(figure: Figure) -> str:
    """Far arm, body, head, near arm."""
    far, near = _ARMS[figure.arms]
    if "one-arm" in figure.has:
        far = "M6-61L9-54"
    arms = [_limb(far, "a") + ("" if "one-arm" in figure.has else _hand(far)), _limb(near, "a") + _hand(near)]
    body = f'<path class="t" d="{_BELLY if "pregnant" in figure.has else _TORSO}"/>{_DETAILS[figure.wears]}'
    return f"{arms[0]}{body}{_head(figure)}{_held(figure)}{arms[1]}"


def _hand(arm: str) -> str:
    x, y = _end(arm)
    return f'<circle class="s" cx="{x}" cy="{y}" r="2.7"/>'


def _head(figure: Figure) -> str:
    face = _FACE.replace("{mouth}", _MOUTH[figure.mood])
    aid = '<path class="x" d="M-2.5-79q-2.5 1.5-1 4.5"/>' if "hearing-aid" in figure.has else ""
    top = _SCARF if figure.head == "hijab" else _HAIR[figure.head]
    return f"{_HEAD}{top}{face}{aid}"


def _held(figure: Figure) -> str:
    """What lies in the near hand, or against the body."""
    x, y = _reach(figure)
    at = f'transform="translate({x} {y})"'
    held = {
        "form": f'<path class="w" {at} d="M-3-12h11v15h-11zM0-8h5M0-5h5M0-2h3"/>',
        "number": f'<path class="w" {at} d="M-1-8h8v9h-8z"/><path class="x" {at} d="M1.5-5h3v3h-3z"/>',
        "folder": f'<path class="g" {at} d="M-6-10h17v13h-17zM-6-7h17"/>',
        "phone": f'<path class="h" {at} d="M-1-6h4v8h-4z"/>',
        "baby": '<path class="k" d="M-7-64L12-50Q14-42 4-42Q-7-43-7-52Z"/><circle class="s" cx="8.5" cy="-53" r="4.5"/>'
        '<path class="h" d="M4.5-55q2-4.5 6-3q-1 3-6 3z"/>',
    }
    names = (*figure.has, *(["phone"] if figure.arms == "phone" else []))
    return "".join(held[name] for name in names if name in held)


def _back(figure: Figure) -> str:
    """What stands behind the body."""
    if "bag" in figure.has:
        return '<path class="g" d="M-6-64h-6q-5 1-5 6v14q0 3 3 3h8z"/>'
    if "wheelchair" in figure.has:
        return '<path class="n" d="M-10-50h-4M-10-50L-8-22H12L15-4H20"/>'
    return ""


def _front(figure: Figure) -> str:
    """What stands before it: wheels, sticks."""
    x, y = _reach(figure)
    drawn = {
        "wheelchair": '<circle class="n" cx="-3" cy="-12" r="12"/><circle class="n" cx="-3" cy="-12" r="2"/>'
        '<circle class="n" cx="16" cy="-3" r="3"/>',
        "white-cane": f'<path class="u" d="M{x} {y}L24 0"/><path class="c" d="M{x} {y}L24 0"/><path class="y" d="M20-9L24 0"/>',
        "stick": f'<path class="m" d="M{x} 0V{y}q0-5 5-4"/>',
        "crutch": '<path class="m" d="M-14 0L-11-56M-15-56h8M-13.2-40h6"/>',
    }
    return "".join(drawn[name] for name in figure.has if name in drawn)


def _reach(figure: Figure) -> tuple[str, str]:
    """Where the near hand is."""
    return _end(_ARMS[figure.arms][1])


def _end(arm: str) -> tuple[str, str]:
    """The last point of an arm, which is written as short as SVG lets it: L19-55."""
    x, _, y = arm.rpartition("L")[2].replace("-", " -").strip().partition(" ")
    return x, y.strip()
