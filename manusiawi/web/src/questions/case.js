// A branching case: the scenes of the chosen road, one below the other.
import { all, make, one, revision } from "../base/page.js";
import { onreturn, put } from "../base/record.js";
import { fits, saved, sayChanged, words } from "./saved.js";

/**
 * Lays the scenes of the chosen road below each other, and goes on where the learner chooses.
 * @param {HTMLElement} question
 */
export function tellCase(question) {
  const nodes = all(".mq-node", question);
  let road = [nodes[0]];
  const end = one(".mq-say", question);
  function lay() {
    nodes.forEach(node => { node.hidden = !road.includes(node); });
    road.forEach((node, at) => { if (at && road[at - 1].nextElementSibling !== node) road[at - 1].after(node); }); // whoever stands in a scene stays there
    all(".mq-you", question).forEach(mark => { mark.remove(); });
    road.slice(1).forEach((node, at) => {
      const way = all(".mq-way", road[at]).find(way => way.hash === `#${node.id}`);
      if (way) way.after(make("span", "mq-you", ` (${words.yours})`));
    });
  }
  function go(to) {
    const at = road.indexOf(to);
    if (at >= 0) road.length = at + 1; else road.push(to);
    lay();
  }
  function putBack() {
    const entry = saved(question), isSame = !!entry && fits(question, entry);
    const names = isSame ? entry.a.map(name => nodes.find(node => node.id === name)) : [];
    road = names[0] === nodes[0] && !names.includes(undefined) ? names : [nodes[0]];
    if (entry && !isSame) sayChanged(question);
    lay();
  }
  question.addEventListener("click", event => {
    const way = /** @type {any} */ (event.target).closest(".mq-way"), to = way && document.getElementById(way.hash.slice(1));
    if (!to || !nodes.includes(to)) return;
    event.preventDefault();
    road.length = road.indexOf(way.closest(".mq-node")) + 1;
    go(to);
    one("[tabindex]", to).focus({ preventScroll: true }); // its heading: of a region that has only just come, Firefox hands on no name
    to.scrollIntoView(); // a scene may be taller than the screen: it is read from its heading
    const before = saved(question), ended = !!to.querySelector(".mq-end") || !!before && fits(question, before) && before.c === 1; // who tries another road has been to an end
    put("items", question.id, { r: revision(question), a: road.map(node => node.id), c: ended ? 1 : 0, t: Date.now() });
  });
  function follow() {
    const node = nodes.find(node => `#${node.id}` === location.hash);
    if (node && node.hidden) { go(node); node.scrollIntoView(); }
  }
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () => { nodes.forEach(node => { end.before(node); }); }); // on paper all scenes, in the author's order
  addEventListener("afterprint", lay);
  onreturn(putBack); // another page may have cleared the road
  putBack();
  follow();
}
