// Adds to every page: the menu on a button, the colour switch, links that copy themselves, the folded part opened where it is asked for.
import { all, button, fill, make, one, say } from "./base/page.js";

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
  if (other) other.onclick = other.onpointerdown = () => { other.hash = location.hash; }; // a package for a learning system holds one language

  // Links that trainers copy: the public address where the page knows it.
  const status = one(".copied"), canonical = one("link[rel=canonical]");
  /** @type {("keydown" | "pointerdown")[]} */ (["keydown", "pointerdown"]).forEach(kind => { // the note goes with the next thing that is done; its link can be selected before
    document.addEventListener(kind, event => {
      if (status && !status.contains(event.target) && !event.ctrlKey && !event.metaKey) status.textContent = "";
    }, true);
  });
  /** @param {HTMLAnchorElement} link */
  const copy = link => {
    const address = (canonical ? canonical.href : link.href.split("#")[0]) + link.hash;
    const failed = () => { say(status, fill(words["not-copied"], { link: address })); };
    if (!navigator.clipboard) { failed(); return false; }
    navigator.clipboard.writeText(address).then(() => {
      say(status, words.copied);
      history.replaceState(null, "", link.hash || location.pathname);
    }, failed);
    return true;
  };
  document.addEventListener("click", event => {
    const link = /** @type {Element} */ (event.target).closest(".addr");
    if (link && copy(/** @type {HTMLAnchorElement} */ (link))) event.preventDefault();
  });
  // Those beside headings are for the pointer; by keyboard and by ear one list has them all, made when it is opened.
  const parts = one(".links");
  if (parts) {
    parts.ontoggle = () => {
      const list = one("ul", parts);
      list.textContent = "";
      all(".addr").forEach(link => {
        const heading = link.previousElementSibling || one("summary", link.closest("details"));
        const row = make("li");
        row.append(button("small", heading.textContent, () => { copy(link); }));
        list.append(row);
      });
    };
  }

  // The folded part opens for a link into it and on paper, where the browser does not see to it.
  const unfold = () => {
    const part = document.getElementById(location.hash.slice(1));
    const fold = /** @type {HTMLDetailsElement | null} */ (part && part.closest(".fold"));
    if (part && fold && !fold.open) { fold.open = true; part.scrollIntoView(); }
  };
  addEventListener("hashchange", unfold);
  addEventListener("beforeprint", () => { all(".fold").forEach(fold => { fold.open = true; }); });
  unfold();
}
