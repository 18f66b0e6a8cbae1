"""What is wrong with the way a page lies before a reader, found in an open page."""

from __future__ import annotations

# Words that are cut off, that stand outside their box, or that lie over other words; what stays in place while the page scrolls is
# looked at by itself. What is asked of an element again and again is kept: its parents are shared by many.
FAULTS = """() => {
  const faults = [], boxes = [], seen = {hidden: new Map(), stays: new Map(), styles: new Map()};
  const style = element => {
    if (!seen.styles.has(element)) seen.styles.set(element, getComputedStyle(element));
    return seen.styles.get(element);
  };
  const upwards = (kept, element, judge) => {
    if (!element) return null;
    if (!kept.has(element)) kept.set(element, judge(element) ? element : upwards(kept, element.parentElement, judge));
    return kept.get(element);
  };
  const hidden = element => upwards(seen.hidden, element, one => style(one).clipPath === 'inset(50%)');
  const stays = element => upwards(seen.stays, element, one => /fixed|sticky/.test(style(one).position));
  const across = document.documentElement.scrollWidth;
  if (across > innerWidth) faults.push('the page scrolls sideways: ' + across);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('.skip,script,option,svg') || hidden(element)) continue;
    if (!element.checkVisibility({visibilityProperty: true})) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1) continue;
      const name = node.data.trim().slice(0, 40), quarter = rect.height * .25;
      const middle = {name, layer: stays(element), left: rect.left, right: rect.right,
        top: rect.top + quarter, bottom: rect.bottom - quarter};
      for (let box = element; box && box !== document.body; box = box.parentElement) {
        const of = style(box), around = box.getBoundingClientRect();
        if (of.display === 'inline') continue;
        if (/auto|scroll/.test(of.overflowX + of.overflowY)) break; // scrolls by itself: nothing is lost
        if (of.textOverflow === 'ellipsis' && box.scrollWidth > box.clientWidth) faults.push('cut off: ' + name);
        const beside = rect.left < around.left - 1.5 || rect.right > around.right + 1.5;
        if (beside || middle.top < around.top - 1 || middle.bottom > around.bottom + 1) {
          faults.push('outside its box: ' + name + ' | ' + box.outerHTML.slice(0, 60));
          break;
        }
      }
      boxes.push(middle);
    }
  }
  boxes.sort((one, other) => one.top - other.top);
  boxes.forEach((one, at) => {
    for (let next = at + 1; next < boxes.length && boxes[next].top < one.bottom - 1; next++) {
      const other = boxes[next], shared = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      if (one.layer === other.layer && shared > 1.5) faults.push('overlap: ' + one.name + ' / ' + other.name);
    }
  });
  return faults;
}"""

# The elements that hold words or that a reader fills in, each with the size of its letters in pixels.
LETTERS = """() => [...document.querySelectorAll('body *')].filter(element => !element.closest('svg,script')
    && (element.matches('input:not([type=radio],[type=checkbox]),select,textarea,button')
        || [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())))
  .map(element => [element.outerHTML.slice(0, 60), parseFloat(getComputedStyle(element).fontSize)])"""

# What has a transition, an animation or smooth scrolling.
MOVING = """() => [...document.querySelectorAll('*')]
  .flatMap(element => ['', '::before', '::after'].map(part => [element, part]))
  .filter(([element, part]) => {
    const style = getComputedStyle(element, part || null);
    const moves = style.transitionDuration.split(', ').some(time => time !== '0s');
    return moves || style.animationName !== 'none' || style.scrollBehavior !== 'auto';
  }).map(([element, part]) => element.outerHTML.slice(0, 60) + part)"""
