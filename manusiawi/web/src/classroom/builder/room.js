// The room and the people in it: whether there is a network, and what participants said they need.
import { make } from "../../base/page.js";
import { NEEDS } from "../plan/text.js";

/** @param {import("./builder.js").Desk} desk */
export function room(desk) {
  const { words } = desk, part = make("section", "plan-room"), heading = make("h2", "", words.room), group = make("fieldset");
  heading.id = "ruangan";
  part.setAttribute("aria-labelledby", heading.id);
  group.append(make("legend", "", words.needs));
  const network = tick("jaringan", words["no-network"], () => {
    desk.change({ ...desk.plan(), network: !network.checked }, words[network.checked ? "network-off" : "network-on"]);
  });
  const ticks = Object.values(NEEDS).map(need => /** @type {[string, HTMLInputElement]} */ ([need, tick(`perlu-${need}`, words[`need-${need}`], () => {
    const needs = Object.values(NEEDS).filter(name => name === need ? one(need).checked : desk.plan().needs.includes(name));
    desk.change({ ...desk.plan(), needs }, words["needs-changed"]);
  })]));
  function one(/** @type {string} */ need) { return /** @type {[string, HTMLInputElement]} */ (ticks.find(entry => entry[0] === need))[1]; }
  ticks.forEach(([, input]) => { group.append(/** @type {Node} */ (input.parentNode)); });
  part.append(heading, make("p", "", words["room-say"]), /** @type {Node} */ (network.parentNode), group, make("p", "state", words["needs-say"]));
  return {
    part,
    draw() {
      network.checked = !desk.plan().network;
      ticks.forEach(([need, input]) => { input.checked = desk.plan().needs.includes(need); });
    },
  };
}

function tick(/** @type {string} */ id, /** @type {string} */ text, /** @type {() => void} */ action) {
  const label = make("label", "plan-tick"), input = make("input");
  input.type = "checkbox";
  input.id = id;
  input.onchange = action;
  label.append(input, make("span", "", text));
  return input;
}
