// Phones: the codes of finished sets are scanned one after the other, or typed as they are read out; the page shows whose are in by number.
import { button, fill, language, make } from "../../base/page.js";
import { isCoded } from "../codes/items.js";
import { readShort } from "../codes/short.js";
import { tidy } from "../codes/signs.js";
import { answersIn, MOST_PEOPLE, readText } from "../codes/text.js";
import { revisionOf } from "./asked.js";
import { codesOf } from "./class.js";
import { codedItem } from "./coded.js";
import { receive } from "./phones.js";
import { setsOfModule, testSet } from "./sets.js";
import { words } from "./words.js";

/**
 * @param {import("./asking.js").Gathering & { pictureReader: typeof import("./camera.js").pictureReader }} gathering the camera comes along: a page may make one door for scripts, not two
 * @returns {HTMLElement[]}
 */
export function phonesPanel({ room, asking, vote, pictureReader }) {
  const count = make("p", "k-total"), seen = new Set(), typed = new Set();
  const lay = () => {
    const numbers = codesOf(room.file()).filter(code => code in vote().answers).map(numberOf);
    count.textContent = fill(words[numbers.length ? "phones-in" : "phones-none"], { count: numbers.length, numbers: numbers.join(", ") });
  };
  const items = (slugs, spoken) => slugs.flatMap(slug => Object.keys(room.module(slug).items).map(id => codedItem(id, room.module(slug).items[id], spoken))).filter(isCoded);
  const slugOf = id => { const entry = room.course.items.find(([name]) => name === id); return entry ? entry[1] : ""; };
  const revisionNow = id => { const slug = slugOf(id); return slug && room.module(slug) ? revisionOf(room.module(slug).items[id], language) : ""; };

  /** Takes the answers of one phone into the class; a second vote takes the question that is asked alone. */
  function take(code, answers, form, older, isNumbered) {
    const before = room.file(), isThere = codesOf(before).some(one => one === code && before.votes.some(vote => one in vote.answers && vote.round === asking.round && vote.item in answers));
    const all = Object.keys(answers).flatMap(item => answers[item].a.map(part => {
      const [row, value] = part.split(":");
      return { item, ...row ? { row } : {}, form, r: revisionNow(item), o: row ? part : value, s: answers[item].s };
    }));
    const wanted = asking.round > 1 ? all.filter(one => one.item === asking.item && (one.row || "") === (asking.row || "")) : all;
    const { file, taken } = receive(before, { code, answers: wanted }, revisionNow, Date.now(), asking.round);
    room.commit(file);
    lay();
    const undo = button("md-button", words.undo, () => { room.commit(before); seen.clear(); typed.clear(); lay(); room.tell(words.undone); });
    room.tell(fill(words[isThere ? "phones-again" : "phones-taken"], { number: numberOf(code), count: taken }), older ? ` ${fill(words["phones-older"], { count: older })}` : "", isNumbered ? "" : ` ${words["phones-unpaired"]}`, " ", undo);
  }
  function next() { return String(1 + codesOf(room.file()).map(code => Number(numberOf(code)) || 0).reduce((most, number) => Math.max(most, number), 0)); }

  // ---- By the camera.

  function scanned(text) {
    if (seen.has(text)) return;
    seen.add(text);
    const { sheet, fault } = readText(text);
    if (!sheet) { room.tell(words[`phones-${fault}`]); return; }
    const form = sheet.set === "test-a" ? "a" : sheet.set === "test-b" ? "b" : "", known = room.course.modules.map(({ slug }) => slug);
    const slugs = (form ? Array.from(new Set(testSet(room.course, form).items.map(([slug]) => slug))) : [sheet.set.split("/")[0]]).filter(slug => known.includes(slug));
    room.need(slugs).then(() => {
      const { answers, older } = answersIn(sheet, items(slugs, sheet.language));
      const mine = codesOf(room.file()).find(code => sheet.who[0] === "-" && code.endsWith(sheet.who));
      take(sheet.who[0] === "-" ? mine || next() + sheet.who : sheet.who, answers, form, older, sheet.who[0] !== "-");
    }, () => { seen.delete(text); room.tell(words.failed); });
  }
  const camera = pictureReader(room, {
    address: /** @type {string} */ (room.place.dataset.scan), widest: 1280, unread: words["phones-unread"],
    read: image => /** @type {any} */ (self).courseScan.readCodes(image), on: () => words["phones-on"], forget() { /* each code is whole */ },
  }, texts => { texts.forEach(scanned); });

  // ---- By hand: the short code says nothing of the set, so that it is looked for among those of the modules that are asked.

  const form = make("form", "k-correct");
  const field = (id, text, length) => {
    const label = make("label", "mq-in", text), made = make("input");
    made.id = label.htmlFor = id;
    made.autocomplete = "off";
    made.maxLength = length;
    form.append(label, made);
    return made;
  };
  const number = field("k-phone-number", words["phones-number"], 2), code = field("k-phone-code", words["phones-code"], 30);
  number.inputMode = "numeric";
  code.setAttribute("autocapitalize", "characters");
  code.spellcheck = false;
  code.style.width = "14rem";
  form.append(make("button", "md-button", words["phones-add"]));
  form.onsubmit = event => {
    event.preventDefault();
    const mine = number.value.trim(), text = tidy(code.value), found = typedSet(code.value);
    if (mine && !(/^[1-9]\d?$/.test(mine) && Number(mine) <= MOST_PEOPLE)) { room.tell(fill(words["phones-no-number"], { most: MOST_PEOPLE })); number.focus(); return; }
    if (!found.answers) { room.tell(words[`phones-${found.fault}`]); code.focus(); return; }
    if (!mine && typed.has(text)) { room.tell(words["phones-same"]); number.focus(); return; }
    typed.add(text);
    take(mine || next(), found.answers, found.form, 0, !!mine);
    number.value = code.value = "";
    number.focus();
  };
  function typedSet(text) {
    const { set } = /** @type {import("./store.js").Place} */ (room.at()), slugs = Array.from(new Set(set.items.map(([slug]) => slug)));
    const sets = [set, ...slugs.flatMap(slug => {
      const overview = room.course.modules.find(module => module.slug === slug);
      if (!overview) return [];
      const { lessons, check } = setsOfModule(room.course, overview, room.module(slug));
      return [check, ...lessons.map(lesson => lesson.set)];
    })];
    const faults = /** @type {string[]} */ ([]);
    for (const { items: pairs, form } of sets) {
      for (const spoken of ["id", "en"]) {
        const { answers, fault } = readShort(text, pairs.map(([slug, id]) => codedItem(id, room.module(slug).items[id], spoken)).filter(isCoded));
        if (answers) return { answers, form, fault: "" };
        faults.push(fault);
      }
    }
    return { answers: null, form: "", fault: ["check", "set"].find(fault => faults.includes(fault)) || faults[0] };
  }

  lay();
  count.setAttribute("aria-live", "polite");
  return [make("p", "", words["phones-say"]), camera, form, count];
}

/** The number under which a phone is shown: of "31-4K2X9" the one that it was given as it came. */
function numberOf(/** @type {string} */ code) { return code.split("-")[0]; }
