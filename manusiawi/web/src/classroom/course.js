// Loads what the pages of a trainer's room know of the course: classic scripts, since fetch reads nothing from a memory stick.
import { load } from "../base/page.js";

/**
 * The course as the place of a page names it; rejected where it cannot be loaded.
 * @param {HTMLElement} place the element of class "classroom"
 * @returns {Promise<ClassroomCourse>}
 */
export function loadCourse(place) {
  const room = ready();
  return room.course ? Promise.resolve(room.course) : load(/** @type {string} */ (place.dataset.course)).then(() => ready().course);
}

/**
 * The text, questions and notes of one module.
 * @param {HTMLElement} place
 * @param {string} slug one that the course has
 * @returns {Promise<ClassroomModule>}
 */
export function loadModule(place, slug) {
  const room = ready();
  if (room.modules[slug]) return Promise.resolve(room.modules[slug]);
  return load(`${place.dataset.modules + slug}.js?${room.course.version}`).then(() => ready().modules[slug]);
}

/**
 * The address of another page of the room.
 * @param {HTMLElement} place
 * @param {"builder" | "projector" | "answers" | "participant"} name
 * @returns {string}
 */
export function roomPage(place, name) {
  const found = /** @type {string} */ (place.dataset.rooms).split(" ").find(entry => entry.startsWith(`${name}:`));
  return /** @type {string} */ (found).slice(name.length + 1);
}

/** @returns {any} courseClassroom, made where it is missing */
function ready() {
  const page = /** @type {any} */ (self);
  page.courseClassroom = page.courseClassroom || { modules: {} };
  return page.courseClassroom;
}
