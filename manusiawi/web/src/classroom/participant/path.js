// The light file of what participants need of the course, opened as the part of the course that plans are read with.
import { load } from "../../base/page.js";

/**
 * @typedef {object} Path
 * @property {ClassroomCourse} course what names and titles are looked up in
 * @property {(part: PlanPart) => string} address of a part's page; "" where it has none
 * @property {(slug: string) => { pages: string, items: string, revs: string, ahead: string[] }} counted what is counted of a module
 * @property {(page: string) => { items: string, revs: string }} asked what a page asks
 */

/**
 * @param {HTMLElement} place
 * @returns {Promise<Path>}
 */
export function loadPath(place) {
  const page = /** @type {any} */ (self);
  page.courseClassroom = page.courseClassroom || { modules: {} };
  return load(/** @type {string} */ (place.dataset.course)).then(() => open(page.courseClassroom.path));
}

/** @returns {Path} */
function open(/** @type {ClassroomPath} */ path) {
  const revisions = /** @type {{ [item: string]: string }} */ ({}), pageOf = /** @type {{ [item: string]: string }} */ ({});
  Object.keys(path.pages).forEach(page => {
    const fields = path.pages[page].split(" ");
    for (let at = 0; at < fields.length; at += 2) { revisions[fields[at]] = fields[at + 1]; pageOf[fields[at]] = page.split("#")[0]; }
  });
  const revs = (/** @type {string[]} */ items) => items.map(item => revisions[item]).join(" ");
  const modules = path.modules.map(([slug, number, title, pages, ahead]) => ({
    slug, number, title, ahead, minutes: 0, notes: "", outcomes: [],
    lessons: pages.filter(page => page[2]).map(([slug, title, minutes]) => ({ slug, title, minutes, about: "", outcomes: [] })),
    cases: pages.filter(page => !page[2]).map(([slug, title]) => ({ slug, title, about: "" })),
  }));
  const titleOfPage = (/** @type {string} */ page) => {
    const [slug, name] = page.replace(".html", "").split("/"), module = modules.find(entry => entry.slug === slug);
    const found = module && [...module.lessons, ...module.cases].find(entry => entry.slug === name);
    return found ? found.title : module ? module.title : "";
  };
  const course = {
    version: "", language: /** @type {"id" | "en"} */ (document.documentElement.lang), modules, workshops: [], evaluation: "", beliefs: {},
    activities: path.activities.map(([id, title, module, page]) => ({ id, title, module, page, about: "", minutes: 0, smallest: 0, largest: 0 })),
    items: Object.keys(pageOf).map(item => /** @type {[string, string, string, string, string]} */ ([item, pageOf[item].split("/")[0], "", titleOfPage(pageOf[item]), ""])),
  };
  return {
    course,
    address(part) {
      /** @type {{ [kind: string]: () => string }} */
      const ways = {
        module: () => `${part.ref}/index.html`, lesson: () => `${part.ref}.html`, case: () => `${part.ref}.html`,
        item: () => `${pageOf[part.ref]}#${part.ref}`, test: () => path.tests[part.ref === "b" ? 1 : 0] || "",
      };
      return Object.prototype.hasOwnProperty.call(ways, part.kind) ? ways[part.kind]() : "";
    },
    counted(slug) {
      const [, , , pages, ahead, items] = /** @type {ClassroomPath["modules"][0]} */ (path.modules.find(module => module[0] === slug));
      return { pages: pages.map(page => `${slug}/${page[0]}.html`).join(" "), items, revs: items ? revs(items.split(" ")) : "", ahead };
    },
    asked(page) {
      const items = Object.keys(pageOf).filter(item => pageOf[item] === page);
      return { items: items.join(" "), revs: revs(items) };
    },
  };
}
