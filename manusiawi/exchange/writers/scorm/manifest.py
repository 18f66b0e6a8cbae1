"""Writes the manifest of a SCORM 1.2 package with one unit: IMS Content Packaging 1.1.2 with the elements that ADL adds (ADL, 2001).

The identifiers are made of the course, the module and the language alone: were they to change, a learning system would see a new activity.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable
from urllib.parse import quote

PACKAGE = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
_SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
NAME = "imsmanifest.xml"  # at the root of the package, or Moodle refuses it


def manifest(name: str, title: str, start: str, files: Iterable[str], mastery: int | None) -> bytes:
    """The manifest of a package with its files; `start` is the page that the system opens, `mastery` the least score in per cent."""
    root = etree.Element(
        "manifest",
        {
            "identifier": f"M-{name}",
            "version": "1.0",
            "xmlns": PACKAGE,
            "xmlns:adlcp": ADL,
            "xmlns:xsi": _SCHEMA_INSTANCE,
            "xsi:schemaLocation": f"{PACKAGE} imscp_rootv1p1p2.xsd {ADL} adlcp_rootv1p2.xsd",
        },
    )
    about = etree.SubElement(root, "metadata")
    etree.SubElement(about, "schema").text = "ADL SCORM"
    etree.SubElement(about, "schemaversion").text = "1.2"
    organizations = etree.SubElement(root, "organizations", default=f"O-{name}")
    organization = etree.SubElement(organizations, "organization", identifier=f"O-{name}")
    etree.SubElement(organization, "title").text = title
    item = etree.SubElement(organization, "item", identifier=f"I-{name}", identifierref=f"R-{name}", isvisible="true")
    etree.SubElement(item, "title").text = title
    if mastery is not None:
        etree.SubElement(item, "adlcp:masteryscore").text = str(mastery)
    resources = etree.SubElement(root, "resources")
    resource = etree.SubElement(
        resources, "resource", {"identifier": f"R-{name}", "type": "webcontent", "adlcp:scormtype": "sco", "href": quote(start)}
    )
    for path in sorted(files):
        etree.SubElement(resource, "file", href=quote(path))
    etree.indent(root, "")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="unicode").encode() + b"\n"
