// How a plan begins: from nothing, from a ready workshop, or from another trainer's address; and which plan stays where there are two.
import { button, fill, make, say } from "../../base/page.js";
import { planOf } from "../plan/parts.js";
import { emptyPlan, isEmpty } from "./changes.js";

/**
 * The part of the page on which a plan begins; folded once there is one.
 * @param {import("./builder.js").Desk} desk
 */
export function opening(desk) {
  const { words } = desk, part = make("details", "plan-start"), ways = make("ul", "rows");
  const form = make("form"), label = make("label", "mq-in", words.address), field = make("input"), status = make("p", "mq-say");
  const go = make("button", "small", words["open-address"]);
  let open = /** @type {(text: string) => void} */ (() => {});
  part.append(make("summary", "", words.begin), make("p", "", words["begin-say"]), ways, form);
  desk.course.workshops.forEach(workshop => {
    const item = make("li"), plan = planOf(workshop, desk.course);
    const take = button("small", words["take-ready"], () => { desk.take(plan, [], fill(words["took-ready"], { title: workshop.title })); });
    take.setAttribute("aria-label", `${words["take-ready"]}: ${workshop.title}`);
    item.append(make("b", "", workshop.title), " ", make("span", "state", fill(words["days-count"], { count: plan.days.length })), make("br"), take);
    ways.append(item);
  });
  field.id = "alamat-rencana";
  field.autocomplete = "off";
  label.htmlFor = field.id;
  status.setAttribute("aria-live", "polite");
  form.append(label, field, go, status);
  form.onsubmit = event => {
    event.preventDefault();
    const text = field.value.trim().split("#").pop() || "";
    if (!text) { say(status, words["address-empty"]); field.focus(); return; }
    say(status);
    open(text);
  };
  const clear = button("small", words.clear, () => {
    desk.take(emptyPlan(), [], words.cleared);
  });
  part.append(clear);
  let drawn = false;
  return {
    part,
    draw() {
      const empty = isEmpty(desk.plan());
      clear.hidden = empty;
      if (!drawn) part.open = empty;
      drawn = true;
    },
    onAddress(/** @type {(text: string) => void} */ opened) { open = opened; },
  };
}

/**
 * Asks which of two plans stays; neither is lost before the answer, and undoing brings the other back.
 * @param {HTMLElement} into
 * @param {any} words
 * @param {Plan} theirs
 * @param {Plan} mine
 * @param {(isTheirs: boolean) => void} answer
 */
export function askWhich(into, words, theirs, mine, answer) {
  const box = make("div", "plan-ask"), lead = make("p", "", fill(words["two-plans"], { theirs: nameOf(theirs, words), mine: nameOf(mine, words) }));
  lead.tabIndex = -1;
  box.append(lead, button("md-button", words["take-theirs"], () => { answer(true); }), " ", button("small", words["keep-mine"], () => { answer(false); }));
  into.append(box);
  lead.focus();
}

function nameOf(/** @type {Plan} */ plan, /** @type {any} */ words) {
  return fill(words["plan-name"], { title: plan.title || words["no-title"], span: plan.days.length, parts: plan.days.reduce((sum, day) => sum + day.parts.length, 0) });
}
