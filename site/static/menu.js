// The menu of further pages closes by Escape, by a click beside it, and when the focus leaves it; without script by its own button.
(function () {
  "use strict";
  var more = document.querySelector(".more");
  document.addEventListener("click", function (event) { if (!more.contains(event.target)) { more.open = false; } });
  more.addEventListener("focusout", function (event) {
    if (event.relatedTarget && !more.contains(event.relatedTarget)) { more.open = false; }
  });
  more.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !more.open) { return; }
    more.open = false;
    more.querySelector("summary").focus();
  });
})();
