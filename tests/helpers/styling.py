"""Adds a reader's own styles to an open page as a sheet that a script makes: the site's policy lets in no style element."""

from __future__ import annotations


def add_styles(page, styles: str) -> None:
    page.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets.push(sheet) }",
        styles,
    )
