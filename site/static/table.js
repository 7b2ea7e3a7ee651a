// Sorts a table by a click on a heading and filters long ones by text.
(function () {
  "use strict";
  var FEWEST_TO_FILTER = 12;

  function key(row, column) {
    var cell = row.cells[column];
    return "sort" in cell.dataset ? cell.dataset.sort : cell.textContent.trim();
  }

  // Numbers as numbers, texts as people read them; what is missing comes last either way.
  function compare(a, b, direction) {
    if (a === "" || b === "") { return (a === "") - (b === ""); }
    var x = Number(a), y = Number(b);
    if (!isNaN(x) && !isNaN(y)) { return direction * (x - y); }
    return direction * a.localeCompare(b, "en", { numeric: true, sensitivity: "base" });
  }

  function sortable(table) {
    var body = table.tBodies[0];
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (heading, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.append.apply(button, Array.from(heading.childNodes));
      heading.append(button);
      button.addEventListener("click", function () {
        var before = heading.getAttribute("aria-sort");
        // Figures are asked for largest first, except ranks; names from A.
        var first = heading.classList.contains("num") && heading.textContent.trim() !== "#" ? "descending" : "ascending";
        var next = before ? (before === "ascending" ? "descending" : "ascending") : first;
        Array.prototype.forEach.call(table.tHead.rows[0].cells, function (other) { other.removeAttribute("aria-sort"); });
        heading.setAttribute("aria-sort", next);
        var direction = next === "ascending" ? 1 : -1;
        Array.from(body.rows)
          .map(function (row) { return { row: row, key: key(row, column) }; })
          .sort(function (a, b) { return compare(a.key, b.key, direction); })
          .forEach(function (each) { body.append(each.row); });
      });
    });
  }

  function filterable(table) {
    var rows = Array.from(table.tBodies[0].rows);
    if (rows.length < FEWEST_TO_FILTER) { return; }
    var line = document.createElement("p");
    line.className = "filter";
    var input = document.createElement("input");
    input.type = "search";
    input.placeholder = "Filter these rows";
    input.setAttribute("aria-label", "Filter the rows of this table");
    var count = document.createElement("span");
    count.className = "quiet";
    count.setAttribute("role", "status");
    line.append(input, count);
    table.before(line);
    input.addEventListener("input", function () {
      var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (row) {
        var text = row.textContent.toLowerCase();
        var fits = words.every(function (word) { return text.includes(word); });
        row.hidden = !fits;
        shown += fits;
      });
      count.textContent = words.length ? shown + " of " + rows.length : "";
    });
  }

  document.querySelectorAll("table.data").forEach(function (table) {
    sortable(table);
    filterable(table);
  });

  // A link to a row opens its sentence.
  function openTarget() {
    var target = location.hash && document.getElementById(location.hash.slice(1));
    var details = target && target.querySelector("details");
    if (details) { details.open = true; }
  }
  window.addEventListener("hashchange", openTarget);
  openTarget();
})();
