// Adds to every page: the menu on a button, the colour switch, links that copy themselves.
import { button, fill, one } from "./base/page.js";

const words = WORDS_SITE;

/** Starts what every page has. */
export function site() {
  const root = document.documentElement;

  // The menu: a link to the contents becomes a button that shows them.
  const link = one(".menu"), contents = document.getElementById("kursus");
  if (link && contents) {
    const menu = button("menu", link.textContent || "", () => {
      const on = menu.getAttribute("aria-expanded") !== "true";
      open(on);
      if (on) contents.focus();
    });
    menu.setAttribute("aria-controls", contents.id);
    const open = (/** @type {boolean} */ on) => {
      root.classList.toggle("menu-open", on);
      menu.setAttribute("aria-expanded", `${on}`);
    };
    document.addEventListener("keydown", event => {
      if (event.key === "Escape" && root.classList.contains("menu-open")) { open(false); menu.focus(); }
    });
    contents.addEventListener("click", event => { if (/** @type {Element} */ (event.target).closest("a")) open(false); });
    open(false);
    root.classList.add("js"); // only now may the contents be hidden: there is a button to show them
    link.replaceWith(menu);
  }

  // The colour switch: follows the device until pressed, and again once it agrees with the device.
  const scheme = one(".scheme"), device = matchMedia("(prefers-color-scheme: dark)");
  if (scheme) {
    const show = () => {
      scheme.setAttribute("aria-pressed", (root.dataset.scheme || (device.matches ? "dark" : "light")) === "dark");
    };
    scheme.onclick = () => {
      const wanted = scheme.getAttribute("aria-pressed") === "true" ? "light" : "dark";
      const kept = (wanted === "dark") === device.matches ? "" : wanted;
      root.dataset.scheme = kept;
      try { kept ? localStorage.setItem(`${COURSE_KEY}-scheme`, kept) : localStorage.removeItem(`${COURSE_KEY}-scheme`); } catch (e) { /* the page keeps it */ }
      show();
    };
    device.addEventListener && device.addEventListener("change", show);
    show();
  }

  // A course that is kept on this device says at the foot when a newer one is there; nothing is fetched unasked.
  const newer = one(".newer"), worker = navigator.serviceWorker && navigator.serviceWorker.controller;
  if (newer && worker) {
    navigator.serviceWorker.onmessage = event => { newer.hidden = !event.data.newer; };
    worker.postMessage("newer?");
  }

  // The other language opens at the same part of the page: anchors are the same in both.
  const other = one(".other");
  other.onclick = other.onpointerdown = () => { other.hash = location.hash; };

  // Links that trainers copy: the public address where the page knows it.
  const status = one(".copied"), canonical = one("link[rel=canonical]");
  /** @type {("keydown" | "pointerdown")[]} */ (["keydown", "pointerdown"]).forEach(kind => { // the note goes with the next thing that is done; its link can be selected before
    document.addEventListener(kind, event => {
      if (status && !status.contains(event.target) && !event.ctrlKey && !event.metaKey) status.textContent = "";
    }, true);
  });
  document.addEventListener("click", event => {
    const target = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest(".addr"));
    if (!target) return;
    const address = (canonical ? canonical.href : target.href.split("#")[0]) + target.hash;
    const failed = () => { status.textContent = fill(words["not-copied"], { link: address }); };
    status.textContent = "";
    if (!navigator.clipboard) { failed(); return; }
    event.preventDefault();
    navigator.clipboard.writeText(address).then(() => {
      status.textContent = words.copied;
      history.replaceState(null, "", target.hash || location.pathname);
    }, failed);
  });
}
