// Who is in the class: how many cards were given out, and names where the trainer types them.
import { button, fill, make } from "../../base/page.js";
import { codesOf, MOST_CARDS, peopled } from "./class.js";
import { words } from "./words.js";

/**
 * @param {import("./room.js").Room} room
 * @returns {HTMLElement[]}
 */
export function peopleScreen(room) {
  const heading = make("h3", "", words["tab-people"]), form = make("form", "k-begin"), { people } = room.file(), numbers = Object.keys(people).filter(code => /^\d+$/.test(code)).map(Number);
  heading.tabIndex = -1;
  const field = (id, text, made) => {
    const label = make("label", "mq-in", text);
    made.id = label.htmlFor = id;
    form.append(label, made);
    return made;
  };
  const count = field("k-people", words["people-count"], make("input")), names = field("k-names", words["people-names"], make("textarea"));
  count.type = "number";
  count.min = "0";
  count.max = String(MOST_CARDS);
  count.value = String(numbers.length ? Math.max(...numbers) : 0);
  names.rows = 12;
  names.value = Array.from({ length: Math.max(0, ...numbers) }, (_, at) => people[at + 1] || "").join("\n").trimEnd();
  form.append(make("button", "md-button", words["people-keep"]));
  form.onsubmit = event => {
    event.preventDefault();
    const before = room.file(), typed = names.value.trimEnd() ? names.value.trimEnd().split("\n").slice(0, MOST_CARDS).map(name => name.slice(0, 80)) : [];
    room.commit(peopled(before, Math.min(MOST_CARDS, Math.max(0, Math.round(Number(count.value)) || 0)), typed));
    const undo = button("md-button", words.undo, () => { room.commit(before); room.go("people"); room.tell(words.undone); });
    room.tell(fill(words["people-kept"], { count: codesOf(room.file()).length }), " ", undo);
  };
  return [heading, make("p", "", words["people-say"]), form];
}
