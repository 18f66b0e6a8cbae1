"""The HTML that authors may write into lessons: one table of elements and attributes, and what each other way of writing is told.

All that is named here shows something and does nothing: no element runs, sends or frames, no attribute holds code or style.
`data-` attributes are not among them, since the site's own scripts act on them.
"""

from __future__ import annotations

from manusiawi.ground.links import is_external, is_safe
from manusiawi.ground.svg import loaded

_TEXT = "a abbr b bdi bdo br cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr"
_BLOCKS = (
    "address article aside blockquote caption col colgroup dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li"
    " ol p pre section summary table tbody td tfoot th thead tr ul meter progress"
)
_SHOWN = "audio img picture source track video"
_DRAWN = (
    "svg g path circle ellipse line polygon polyline rect text tspan title desc defs lineargradient radialgradient stop clippath mask"
    " marker pattern symbol use"
)
ELEMENTS = frozenset(f"{_TEXT} {_BLOCKS} {_SHOWN} {_DRAWN}".split())

_ANYWHERE = "class dir hidden id lang markdown role tabindex title translate"
ADDRESSES = frozenset("cite href poster src srcset xlink:href".split())
_OF_TEXT = "abbr align colspan datetime download headers hreflang max min name open rel reversed rowspan scope span start target type value"
_OF_MEDIA = "alt controls decoding default height kind label loading loop muted preload sizes srclang width"
_OF_DRAWINGS = (
    "clip-path clip-rule cx cy d dx dy fill fill-opacity fill-rule focusable font-family font-size font-weight fx fy gradienttransform"
    " gradientunits mask marker-end marker-mid marker-start markerheight markerunits markerwidth offset opacity orient patterntransform"
    " patternunits points preserveaspectratio r refx refy rx ry stop-color stop-opacity stroke stroke-dasharray stroke-linecap"
    " stroke-linejoin stroke-opacity stroke-width text-anchor transform version viewbox x x1 x2 xmlns xmlns:xlink y y1 y2"
)
_DRAWING = frozenset(_OF_DRAWINGS.split())
ATTRIBUTES = ADDRESSES | _DRAWING | frozenset(f"{_ANYWHERE} {_OF_TEXT} {_OF_MEDIA}".split())

# Where an address leads somewhere when a person asks for it, or only names a source; everywhere else the page loads it by itself.
_FOLLOWED = frozenset({("a", "href"), ("blockquote", "cite"), ("q", "cite"), ("del", "cite"), ("ins", "cite")})

Told = tuple[str, str, str]  # what was found, what is allowed, how to mend it
_STYLE = "give it a class, {: .name }, that manusiawi/web/course.css knows"


def element_told(name: str) -> Told | None:
    """What is to be said of an element, by its name in small letters; None where authors may write it."""
    if name in ELEMENTS:
        return None
    return (
        f"<{name}> is no HTML that a lesson may hold: it could run something, load it from elsewhere, or change the page around the text",
        "HTML that only shows, such as details, div, abbr, figure, img, audio, table and svg",
        _STYLE if name == "style" else "link to what it would load or ask, or write it between backticks if it is to be shown",
    )


def attribute_told(element: str, name: str, value: str) -> Told | None:
    """What is to be said of an attribute, by names in small letters; None where authors may write it."""
    if name == "style":
        return f'"style" on <{element}> sets a style of its own', "classes: a strict site takes no style inside a page", _STYLE
    if name.startswith("on"):
        return (
            f'"{name}" on <{element}> runs a script',
            "attributes that only describe, such as class, id, lang and title",
            f'remove "{name}"',
        )
    if name not in ATTRIBUTES and not name.startswith("aria-"):
        return (
            f'"{name}" is no attribute that a lesson may give to <{element}>',
            "attributes that only describe, such as class, id, lang, title, alt, width and aria-label",
            f'remove "{name}"',
        )
    if name in _DRAWING and not all(address.strip().startswith("#") for address in loaded(value)):
        return f'"{name}" on <{element}> points out of the drawing', "url(#name) within the same drawing", f'remove "{name}"'
    if name in ADDRESSES:
        return next(filter(None, (address_told(element, name, each) for each in _addresses(name, value))), None)
    return None


def address_told(element: str, attribute: str, address: str) -> Told | None:
    """What is to be said of an address that an element leads to or loads."""
    shown = address.strip()[:60]
    if (element, attribute) in _FOLLOWED:
        if is_safe(address):
            return None
        return (
            f'the address "{shown}" could run a script',
            "relative addresses, https:, http:, mailto: and tel:",
            "remove it, or write the address of a page",
        )
    if not is_external(address):
        return None
    return (
        f'<{element}> loads "{shown}" from elsewhere',
        "pictures, sound and films of this site, by relative addresses",
        "put the file beside the lessons and name its path, or link to it",
    )


def _addresses(name: str, value: str) -> list[str]:
    """The addresses that an attribute holds; `srcset` holds several, each with a size behind it."""
    return [part.split()[0] for part in value.split(",") if part.strip()] if name == "srcset" else [value]
