// Stands within each page, before the first paint: says that scripts run, and which colours were chosen; what only scripts can use
// keeps its room from then on. A script that does not arrive leaves the page as it is without scripts: no sheet of zeros, no form
// that sends what is sought.
const root = document.documentElement.dataset;
root.scheme = "";
try { root.scheme = localStorage.getItem(`${COURSE_KEY}-scheme`) || ""; } catch (error) { /* nothing may be kept here */ }
addEventListener("error", event => {
  const lost = /** @type {HTMLElement} */ (event.target);
  if ((lost.dataset || {}).page) delete root.scheme;
}, true);
