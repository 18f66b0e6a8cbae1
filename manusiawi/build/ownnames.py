"""Which names a preview answers to: this computer's alone, so that no page of another host can read a draft through a borrowed name."""

from __future__ import annotations

import ipaddress
import re
import socket

ALWAYS = frozenset({"localhost", "127.0.0.1", "::1"})
_HOST = re.compile(r"(?:\[(?P<six>[0-9a-f:.]+)\]|(?P<name>[^\s:\[\]/@]+))(?::\d{1,5})?", re.IGNORECASE)


def is_own(header: str, bound: str) -> bool:
    """Whether a request's Host header names this computer, for a server that listens on the address or name `bound`.

    Where that is every address of the computer (0.0.0.0 or ::), its own name and addresses in figures count too:
    a name that somebody else may lead here is never one in figures.
    """
    found = _HOST.fullmatch(header.strip())
    if not found:
        return False
    name = (found["six"] or found["name"]).lower().rstrip(".")
    if name in ALWAYS or name == bound.strip("[]").lower():
        return True
    address = _address(bound)
    if address is None or not address.is_unspecified:
        return False
    own = socket.gethostname().lower()
    return name in (own, f"{own.partition('.')[0]}.local") or _address(name) is not None


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """An address in figures, or None for a name."""
    try:
        return ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return None
