// What leaves the page: the address and its QR code, papers to print, a calendar, and the plan in the room's other pages.
import { button, fill, language, make, one, say } from "../../base/page.js";
import { save } from "../../base/files.js";
import { roomPage } from "../course.js";
import { qrCode } from "../qrcode.js";
import { writePlan } from "../plan/text.js";
import { calendarOf, ZONES } from "./calendar.js";
import { isEmpty } from "./changes.js";
import { papers } from "./papers.js";

const MOST_SQUARES = 117; // on a side, of version 25: what phones read from a sheet at arm's length
const WAIT = 400; // milliseconds after the last change until a shown code is drawn anew

const ZONE_WORDS = /** @type {{ [zone: string]: string }} */ ({ WIB: "zone-wib", WITA: "zone-wita", WIT: "zone-wit" });

/** @param {import("./builder.js").Desk} desk */
export function share(desk) {
  const { words, place } = desk, part = make("section", "plan-share"), heading = make("h2", "", words.share);
  const holds = make("p"), status = make("p", "mq-say"), tools = make("div", "plan-tools"), code = make("div", "plan-code"), local = make("div");
  const label = make("label", "mq-in", words["your-address"]), address = make("input"), siteLabel = make("label", "mq-in", words["site-address"]), site = make("input");
  const fellowLabel = make("label", "mq-in", words["fellow-address"]), fellow = make("input");
  const fold = make("details"), paper = papers(desk, () => addressOf(site.value)), body = make("div"), nothing = make("p", "", words["share-empty"]);
  let timer = 0, drawn = "";
  heading.id = "bagikan";
  part.setAttribute("aria-labelledby", heading.id);
  status.setAttribute("aria-live", "polite");
  address.id = "alamat-peserta";
  address.readOnly = true;
  address.onfocus = () => { address.select(); };
  label.htmlFor = address.id;
  fellow.id = "alamat-rekan";
  fellow.readOnly = true;
  fellow.onfocus = () => { fellow.select(); };
  fellowLabel.htmlFor = fellow.id;
  site.id = "alamat-situs";
  site.type = "url";
  site.placeholder = "https://";
  siteLabel.htmlFor = site.id;
  site.oninput = refresh;
  local.append(make("p", "", words["local-address"]), siteLabel, site);

  const copy = button("md-button", words.copy, () => {
    const failed = () => { address.focus(); say(status, words["copy-failed"]); };
    if (navigator.clipboard) navigator.clipboard.writeText(address.value).then(() => { say(status, words.copied); }, failed); else failed();
  });
  fold.append(make("summary", "", words["show-code"]), code);
  fold.ontoggle = () => { if (fold.open) drawCode(); };

  const follow = make("a", "", words["open-participant"]), screen = make("a", "", words["open-projector"]), room = make("a", "", words["open-answers"]), links = make("ul");
  [follow, screen, room].forEach(link => { const row = make("li"); row.append(link); links.append(row); });

  tools.append(
    button("small", words["print-agenda"], () => { paper.print("agenda"); }),
    button("small", words["print-sessions"], () => { paper.print("sessions"); }),
    button("small", words["print-workbook"], () => { paper.print("workbook"); }),
    button("small", words["print-address"], () => { if (isOnlyHere()) { site.focus(); say(status, words["site-needed"]); } else paper.print("address"); }));

  const zoneLabel = make("label", "mq-in", words.zone), zone = make("select");
  zone.id = "zona-waktu";
  zoneLabel.htmlFor = zone.id;
  Object.keys(ZONES).forEach(name => { const option = make("option", "", words[ZONE_WORDS[name]]); option.value = name; zone.append(option); });
  const calendar = button("small", words["save-calendar"], () => {
    const plan = desk.plan(), made = calendarOf(plan, desk.title, /** @type {keyof typeof ZONES} */ (zone.value), { key: COURSE_KEY, product: COURSE_NAME, address: isOnlyHere() ? "" : addressOf(site.value), stamp: new Date() });
    if (!made.count) { say(status, words["no-dates"]); return; }
    save(`${COURSE_KEY}-lokakarya.ics`, "text/calendar", made.text);
    say(status, [fill(words["calendar-saved"], { count: made.count }), made.undated ? fill(words["calendar-undated"], { count: made.undated }) : ""].join(" ").trim());
  });

  body.append(holds, label, address, local, copy, status, fold, fellowLabel, fellow, make("h3", "", words["open-elsewhere"]), links,
    make("h3", "", words.print), make("p", "", words["print-say"]), tools,
    make("h3", "", words.calendar), make("p", "", words["calendar-say"]), zoneLabel, zone, " ", calendar);
  part.append(heading, nothing, body, paper.part);

  /** Whether the address is a file of this device: it names its folders, and nobody else can open it. */
  function isOnlyHere() { return /^file:/.test(pageAt(site.value, "participant")); }
  /** The whole address of the participants' page; of a site elsewhere where one was typed. */
  function addressOf(/** @type {string} */ elsewhere) { return `${pageAt(elsewhere, "participant")}#${openText()}`; }
  /** The plan as anybody may see it: what participants need is nobody's business but the trainer's. */
  function openText() { return writePlan({ ...desk.plan(), needs: [] }); }
  function pageAt(/** @type {string} */ elsewhere, /** @type {"participant" | "builder"} */ name) {
    const canonical = one("link[rel=canonical]"), page = roomPage(place, name);
    let base = canonical ? canonical.href : location.href.split("#")[0];
    if (/^https?:\/\/[^\s/]/.test(elsewhere.trim())) base = `${elsewhere.trim().split("#")[0].replace(/[^/]*\.html$/, "").replace(/\/?$/, "/")}${language === "en" && !/\/en\/?$/.test(elsewhere.trim()) ? "en/" : ""}`;
    return new URL(page, base).href;
  }
  function drawCode() {
    const text = address.value;
    if (drawn === text) return;
    drawn = text;
    code.textContent = "";
    if (isOnlyHere()) { code.append(make("p", "mq-note", words["site-needed"])); return; }
    qrCode(place, text, words["code-name"]).then(drawing => {
      if (drawn !== text) return;
      const squares = Number(/** @type {string} */ (drawing.getAttribute("viewBox")).split(" ")[2]) - 8;
      code.append(drawing, make("p", "", words["code-say"]));
      if (squares > MOST_SQUARES) code.append(make("p", "mq-note", words["code-dense"]));
    }, () => { if (drawn === text) { drawn = ""; code.append(make("p", "mq-note", words["code-failed"])); } });
  }
  function refresh() {
    const plan = desk.plan(), text = openText(), empty = isEmpty(plan);
    nothing.hidden = !empty;
    body.hidden = empty;
    local.hidden = location.protocol !== "file:" || !!one("link[rel=canonical]");
    address.value = addressOf(site.value);
    fellow.value = `${pageAt(site.value, "builder")}#${writePlan(plan)}`;
    holds.textContent = fill(words["address-holds"], { count: address.value.length });
    follow.href = `${roomPage(place, "participant")}#${text}`;
    screen.href = `${roomPage(place, "projector")}#${text}`;
    room.href = `${roomPage(place, "answers")}#${text}`;
    paper.refresh();
    clearTimeout(timer);
    if (fold.open) timer = window.setTimeout(drawCode, WAIT);
  }
  return { part, refresh };
}
