// What can be shown, before anything is: the kept plan, the ready workshops, an address, modules with their lessons, questions by their words.
import { button, fill, make, say } from "../../base/page.js";
import { planOf } from "../plan/parts.js";
import { writePlan } from "../plan/text.js";

const SHOWN = 20;

/**
 * Draws the choices; whatever is chosen becomes the address.
 * @param {HTMLElement} place
 * @param {ClassroomCourse} course
 * @param {any} words
 * @param {string} keptPlan the text of the plan that the builder keeps on this device, or ""
 * @param {(source: string) => void} choose
 */
export function chooser(place, course, words, keptPlan, choose) {
  const into = make("div", "show-choose"), plans = make("ul", "rows");
  const row = (/** @type {HTMLElement} */ list, /** @type {string} */ title, /** @type {[string, string][]} */ ways) => {
    const item = make("li"), line = make("span", "show-ways");
    line.append(...ways.map(([label, source]) => { const way = button("small", label, () => { choose(source); }); way.setAttribute("aria-label", `${label}: ${title}`); return way; }));
    item.append(make("b", "", title), make("br"), line);
    list.append(item);
  };
  into.append(make("p", "", words.keys), make("h2", "", words.plans), plans);
  if (keptPlan) row(plans, words["my-plan"], [[words.show, keptPlan]]);
  course.workshops.forEach(workshop => { row(plans, workshop.title, [[words.show, writePlan(planOf(workshop, course))]]); });

  const form = make("form"), label = make("label", "mq-in", words.address), field = make("input"), status = make("p", "mq-say"), go = make("button", "md-button", words.show);
  field.id = "alamat-rencana";
  field.autocomplete = "off";
  label.htmlFor = field.id;
  status.setAttribute("aria-live", "polite");
  form.append(label, field, go, status);
  form.onsubmit = event => {
    event.preventDefault();
    const text = field.value.trim().split("#").pop() || "";
    if (text) choose(text); else { say(status, words["address-empty"]); field.focus(); }
  };
  into.append(form, make("h2", "", words.modules));
  course.modules.forEach(module => {
    const fold = make("details"), list = make("ul", "rows");
    fold.append(make("summary", "", `${module.number}. ${module.title}`), list);
    row(list, module.title, [[words.session, `s=${module.slug}`], [words["whole-module"], `m=${module.slug}`]]);
    [...module.lessons, ...module.cases].forEach(entry => { row(list, entry.title, [[words.show, `l=${module.slug}/${entry.slug}`]]); });
    into.append(fold);
  });
  into.append(make("h2", "", words.questions), ...questionSearch(course, words, choose));
  place.append(into);
  return { tell(/** @type {string} */ text) { say(status, text); }, remove() { into.remove(); } };
}

function questionSearch(/** @type {ClassroomCourse} */ course, /** @type {any} */ words, /** @type {(source: string) => void} */ choose) {
  const label = make("label", "mq-in", words.find), field = make("input"), list = make("ul", "rows"), status = make("p", "state"), go = button("md-button", words["show-chosen"], start);
  const chosen = /** @type {string[]} */ ([]);
  field.id = "cari-soal";
  field.type = "search";
  label.htmlFor = field.id;
  status.setAttribute("aria-live", "polite");
  function start() { if (chosen.length) choose(`q=${chosen.join(",")}`); else say(status, words["none-chosen"]); }
  function draw() {
    const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = course.items.filter(([id, module, , stem]) => wanted.every(word => `${id} ${module} ${stem}`.toLowerCase().includes(word)));
    const kept = course.items.filter(item => chosen.includes(item[0]) && !found.slice(0, SHOWN).includes(item));
    list.textContent = "";
    [...kept, ...(wanted.length ? found.slice(0, SHOWN) : [])].forEach(([id, module, , stem]) => {
      const item = make("li"), tick = make("input"), name = make("label");
      tick.type = "checkbox";
      tick.checked = chosen.includes(id);
      tick.onchange = () => { if (tick.checked) chosen.push(id); else chosen.splice(chosen.indexOf(id), 1); tell(found.length); };
      name.append(tick, ` ${stem} `, make("span", "state", (course.modules.find(entry => entry.slug === module) || { title: module }).title));
      item.append(name);
      list.append(item);
    });
    tell(wanted.length ? found.length : -1);
  }
  function tell(/** @type {number} */ found) {
    status.textContent = [found >= 0 ? fill(words.found, { count: found, shown: Math.min(found, SHOWN) }) : "", chosen.length ? fill(words.chosen, { count: chosen.length }) : ""].join(" ").trim();
  }
  field.oninput = draw;
  return [label, field, status, list, go];
}
