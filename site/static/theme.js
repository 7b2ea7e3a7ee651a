// Light or dark: the reader's choice, else the system's. Runs before the first paint, so that nothing flashes.
(function () {
  "use strict";
  var KEY = "leaderboard-theme";
  var root = document.documentElement;
  var system = window.matchMedia("(prefers-color-scheme: dark)");

  // Storage is refused in some private modes: then the choice lasts for the page.
  function remembered() {
    try { return localStorage.getItem(KEY); } catch (refused) { return null; }
  }
  function remember(theme) {
    try { localStorage.setItem(KEY, theme); } catch (refused) { /* lasts for the page */ }
  }

  var chosen = remembered();
  if (chosen === "light" || chosen === "dark") { root.dataset.theme = chosen; }

  // The theme that is not shown.
  function other() { return (root.dataset.theme || (system.matches ? "dark" : "light")) === "dark" ? "light" : "dark"; }

  function offer() {
    var button = document.querySelector(".theme-switch");
    button.setAttribute("aria-label", "Switch to the " + other() + " theme");
    button.title = "Switch to the " + other() + " theme";
  }

  system.addEventListener("change", offer);
  document.addEventListener("DOMContentLoaded", function () {
    document.querySelector(".theme-switch").addEventListener("click", function () {
      root.dataset.theme = other();
      remember(root.dataset.theme);
      offer();
    });
    offer();
  });
})();
