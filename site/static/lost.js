// The page for unknown addresses loads this from its own folder and from each one above: the first copy that is there
// knows where the site begins, whatever the address that was asked for.
(function () {
  "use strict";
  var links = document.querySelector("nav[hidden]");
  if (!links) { return; } // A nearer copy has done it.
  var root = new URL("..", document.currentScript.src);
  links.querySelectorAll("a").forEach(function (link) { link.href = new URL(link.dataset.page, root).href; });
  links.hidden = false;
  document.querySelector(".guess").hidden = true;
  try {
    var theme = localStorage.getItem("leaderboard-theme");
    if (theme === "light" || theme === "dark") { document.documentElement.dataset.theme = theme; }
  } catch (refused) { /* the system's theme, then */ }
})();
