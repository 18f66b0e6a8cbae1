"""Walks the stops of the keyboard on an open page, and sees in pictures whether each shows that it has the focus."""

from __future__ import annotations

from collections.abc import Iterator

# Leaves one stop of each kind that is not among those already seen, takes the others out of Tab's way, and says which kinds are left.
# A kind is an element with its classes and state, and the parts of the page that it stands in.
SAMPLE = """seen => {
  const kinds = new Set(seen), left = [];
  const names = element => element.tagName.toLowerCase() + [...element.classList].map(name => '.' + name).join('');
  const stops = 'a[href],button,input,select,textarea,summary,[tabindex="0"]';
  for (const element of document.querySelectorAll(stops)) {
    if (element.tabIndex < 0 || element.disabled || !element.checkVisibility({visibilityProperty: true})) continue;
    const state = ['type', 'aria-current'].map(name => element.getAttribute(name) || '').join(' ') + (element.checked ? ' checked' : '');
    const around = [element.parentElement.closest('[class]'), element.closest('details')].filter(Boolean).map(names);
    const kind = names(element) + ' ' + state + ' in ' + around.join(' in ');
    if (kinds.has(kind)) element.tabIndex = -1;
    else { kinds.add(kind); left.push(kind); element.dataset.kind = kind; }
  }
  return left;
}"""

# Where the focus is: its kind, and the part of the page, as far as the window shows it, that its ring may take.
FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const boxes = [element, ...(element.matches('label input') ? [element.closest('label')] : [])].map(one => one.getBoundingClientRect());
  const x = Math.max(0, Math.min(...boxes.map(box => box.left)) - 8), y = Math.max(0, Math.min(...boxes.map(box => box.top)) - 8);
  const right = Math.min(document.documentElement.clientWidth, Math.max(...boxes.map(box => box.right)) + 8);
  const bottom = Math.min(innerHeight, Math.max(...boxes.map(box => box.bottom)) + 8);
  const own = boxes[0];
  return {kind: element.dataset.kind || element.outerHTML.slice(0, 80),
    x: x + scrollX, y: y + scrollY, width: right - x, height: bottom - y,
    around: 2 * (Math.min(own.width, innerWidth) + Math.min(own.height, innerHeight))};
}"""

# How many pixels of two pictures differ by a contrast of 3 to 1 or more (WCAG 2.4.13).
CHANGED = """async pictures => {
  const [one, other] = await Promise.all(pictures.map(async picture => {
    const bytes = Uint8Array.from(atob(picture), sign => sign.charCodeAt(0)); // not as an address: a strict policy loads none
    const image = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(image.width, image.height), context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height).data;
  }));
  const linear = [...Array(256).keys()].map(value => value <= 10 ? value / 255 / 12.92 : ((value / 255 + .055) / 1.055) ** 2.4);
  const light = (data, at) => .2126 * linear[data[at]] + .7152 * linear[data[at + 1]] + .0722 * linear[data[at + 2]] + .05;
  let count = 0;
  for (let at = 0; at < one.length; at += 4) {
    const [low, high] = [light(one, at), light(other, at)].sort((a, b) => a - b);
    if (high / low >= 3) count++;
  }
  return count;
}"""


def walk(page, seen: set[str], schemes: dict[str, dict], most: int = 120) -> Iterator[tuple[str, list[str]]]:
    """Presses Tab from stop to stop, one of each kind not yet seen; yields each kind and the schemes in which its focus is not seen.

    It can where as many pixels change by 3 to 1 as a line of one pixel around the element has (WCAG 2.4.7, measured as 2.4.13 does).
    """
    page.evaluate(SAMPLE, sorted(seen))
    session = page.context.new_cdp_session(page)

    def pictures(stop: dict, order: list[str]) -> dict[str, str]:
        """What stands there in each scheme, taken in this order."""
        clip = {name: stop[name] for name in ("x", "y", "width", "height")} | {"scale": 1}
        taken = {}
        for scheme in order:
            page.emulate_media(**schemes[scheme])
            taken[scheme] = session.send("Page.captureScreenshot", {"clip": clip, "optimizeForSpeed": True})["data"]
        return taken

    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            return
        focused = pictures(stop, [*schemes])
        page.evaluate("document.activeElement.blur()")
        plain = pictures(stop, [*schemes][::-1])  # backwards, since a change of schemes costs more than a picture
        seen.add(stop["kind"])
        yield stop["kind"], [name for name in schemes if page.evaluate(CHANGED, [focused[name], plain[name]]) < stop["around"]]
    raise AssertionError("Tab never left the page")
