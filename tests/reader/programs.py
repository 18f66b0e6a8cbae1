"""The programs of `make reader`; `python -m tests.reader.programs` installs what is missing, from Debian's packages."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.helpers.chromium import apt, find

PACKAGES = (
    "firefox-esr chromium chromium-driver xvfb openbox xdotool dbus at-spi2-core orca "
    "speech-dispatcher speech-dispatcher-espeak-ng speech-dispatcher-audio-plugins espeak-ng pulseaudio"
).split()
PROGRAMS = ("firefox-esr", "chromedriver", "Xvfb", "openbox", "xdotool", "dbus-daemon", "orca", "speech-dispatcher", "pulseaudio")
FILES = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/speech-dispatcher-modules/sd_espeak-ng", "/usr/bin/python3")
HELP = """The tests with a screen reader are left out: {missing} could not be found or installed.
Install what is missing and run `make reader` again; on Debian: `apt-get install {packages}`."""


def missing() -> list[str]:
    """What a desk with a screen reader needs and is not here."""
    lacking = [name for name in PROGRAMS if not shutil.which(name)] + [name for name in FILES if not Path(name).exists()]
    return lacking if find(whole=True) else [*lacking, "chromium"]


def help_for(lacking: list[str]) -> str:
    """What to say where something is missing."""
    return HELP.format(missing=", ".join(lacking), packages=" ".join(PACKAGES))


def main() -> None:
    """Installs what is missing, and says whether all is here then; the tests say it too, and are left out."""
    if missing():
        apt("--no-install-recommends", *PACKAGES)
    lacking = missing()
    print(help_for(lacking) if lacking else "The tests with a screen reader use Orca, Firefox and Chromium.")


if __name__ == "__main__":
    main()
