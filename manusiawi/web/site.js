// Adds to every page: the menu on a button, the colour switch, links that copy themselves.
(function () {
  "use strict";
  var words = "WORDS", root = document.documentElement;

  // The menu: a link to the contents becomes a button that shows them.
  var link = document.querySelector(".menu"), contents = document.getElementById("kursus");
  if (link && contents) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "menu";
    button.textContent = link.textContent;
    button.setAttribute("aria-controls", contents.id);
    var open = function (on) {
      root.classList.toggle("menu-open", on);
      button.setAttribute("aria-expanded", on);
    };
    button.onclick = function () {
      var on = button.getAttribute("aria-expanded") !== "true";
      open(on);
      if (on) contents.focus();
    };
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && root.classList.contains("menu-open")) { open(false); button.focus(); }
    });
    contents.addEventListener("click", function (event) { if (event.target.closest("a")) open(false); });
    open(false);
    root.classList.add("js"); // only now may the contents be hidden: there is a button to show them
    link.replaceWith(button);
  }

  // The colour switch: follows the device until pressed, and again once it agrees with the device.
  var scheme = document.querySelector(".scheme"), device = matchMedia("(prefers-color-scheme: dark)");
  if (scheme) {
    var show = function () {
      scheme.setAttribute("aria-pressed", (root.dataset.scheme || (device.matches ? "dark" : "light")) === "dark");
    };
    scheme.onclick = function () {
      var wanted = scheme.getAttribute("aria-pressed") === "true" ? "light" : "dark";
      var kept = (wanted === "dark") === device.matches ? "" : wanted;
      root.dataset.scheme = kept;
      try { kept ? localStorage.setItem("manusiawi-scheme", kept) : localStorage.removeItem("manusiawi-scheme"); } catch (e) { /* the page keeps it */ }
      show();
    };
    device.addEventListener && device.addEventListener("change", show);
    show();
  }

  // A course that is kept on this device says at the foot when a newer one is there; nothing is fetched unasked.
  var newer = document.querySelector(".newer"), worker = navigator.serviceWorker && navigator.serviceWorker.controller;
  if (newer && worker) {
    navigator.serviceWorker.onmessage = function (event) { newer.hidden = !event.data.newer; };
    worker.postMessage("newer?");
  }

  // Links that trainers copy: the public address where the page knows it.
  var status = document.querySelector(".copied"), canonical = document.querySelector("link[rel=canonical]");
  ["keydown", "pointerdown"].forEach(function (kind) { // the note goes with the next thing that is done; its link can be selected before
    document.addEventListener(kind, function (event) {
      if (status && !status.contains(event.target) && !event.ctrlKey && !event.metaKey) status.textContent = "";
    }, true);
  });
  document.addEventListener("click", function (event) {
    var target = event.target.closest(".addr");
    if (!target) return;
    var address = (canonical ? canonical.href : target.href.split("#")[0]) + target.hash;
    var failed = function () { status.textContent = words["not-copied"].replace("{link}", address); };
    status.textContent = "";
    if (!navigator.clipboard) { failed(); return; }
    event.preventDefault();
    navigator.clipboard.writeText(address).then(function () {
      status.textContent = words.copied;
      history.replaceState(null, "", target.hash || location.pathname);
    }, failed);
  });
})();
