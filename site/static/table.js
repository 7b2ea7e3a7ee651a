// Sorts tables by a click on a heading and filters their rows; the page's address keeps both, so that a view can be shared.
// On a benchmark of several pages both are of all rows: those of the other pages are loaded first.
(function () {
  "use strict";
  var WRITE_AFTER = 250; // Milliseconds: browsers refuse an address that changes with every key.
  var state = new URLSearchParams(location.search);
  var changes = new Map();
  var writing = null;

  function remember(name, value) {
    changes.set(name, value);
    clearTimeout(writing);
    writing = setTimeout(write, WRITE_AFTER);
  }

  function write() {
    // Other scripts of the page keep what is theirs in the address, too.
    var now = new URLSearchParams(location.search);
    changes.forEach(function (value, name) { if (value) { now.set(name, value); } else { now.delete(name); } });
    changes.clear();
    var query = now.toString();
    history.replaceState(history.state, "", location.pathname + (query ? "?" + query : "") + location.hash);
    // The other pages of a long list open in the same view.
    document.querySelectorAll(".pager a").forEach(function (link) { link.search = query; });
  }

  function say(element, text) {
    var before = element.dataset.text || element.textContent;
    element.dataset.text = before;
    element.textContent = text;
    clearTimeout(say.later);
    say.later = setTimeout(function () { element.textContent = before; }, 1800);
  }

  // Where the browser refuses the clipboard, the address bar and the text itself remain.
  function copy(text, button) {
    Promise.resolve(navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject()).then(
      function () { say(button, "Copied"); },
      function () { say(button, "Not copied: refused by the browser"); }
    );
  }

  // Sorting

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

  function sort(table, column, order) {
    var body = table.tBodies[0];
    Array.from(table.tHead.rows[0].cells).forEach(function (heading, place) {
      if (place === column) { heading.setAttribute("aria-sort", order); } else { heading.removeAttribute("aria-sort"); }
    });
    Array.from(body.rows)
      .map(function (row) { return { row: row, key: key(row, column) }; })
      .sort(function (a, b) { return compare(a.key, b.key, order === "ascending" ? 1 : -1); })
      .forEach(function (each) { body.append(each.row); });
  }

  // Tables that have been made sortable, each with the column and order that were asked for.
  var orders = new Map();

  function sortable(table, number) {
    var name = "sort-" + (table.dataset.name || number + 1);
    var body = table.tBodies[0];
    var headings = Array.from(table.tHead.rows[0].cells);
    var keys = headings.map(function (heading) { return heading.dataset.key || heading.textContent.trim().toLowerCase(); });
    headings.forEach(function (heading, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.append.apply(button, Array.from(heading.childNodes));
      heading.append(button);
      button.addEventListener("click", function () {
        var before = heading.getAttribute("aria-sort");
        // Figures are asked for largest first, except ranks; names from A.
        var first = heading.classList.contains("num") && keys[column] !== "rank" && keys[column] !== "#" ? "descending" : "ascending";
        var order = before ? (before === "ascending" ? "descending" : "ascending") : first;
        put(column, order);
        remember(name, keys[column] + "." + order);
      });
    });
    function put(column, order) {
      orders.set(body, [table, column, order]);
      sort(table, column, order);
      whole.ask();
    }
    var wanted = (state.get(name) || "").match(/^(.+)\.(ascending|descending)$/);
    if (wanted && keys.includes(wanted[1])) { put(keys.indexOf(wanted[1]), wanted[2]); }
  }

  // Filtering: a test for each control, of a row and what the control says.

  var fits = {
    q: function (row, words) {
      row.words = row.words || row.textContent.toLowerCase();
      return words.toLowerCase().split(/\s+/).every(function (word) { return row.words.includes(word); });
    },
    kind: function (row, kind) { return (row.dataset.kind || row.closest("table").dataset.kind) === kind; },
    role: function (row, role) { return row.classList.contains("by-others") === (role === "quoted"); },
    setting: function (row, setting) { return (row.dataset.setting || "none").split(", ").includes(setting); },
    // What does not name its size may be larger.
    size: function (row, most) { return Number(row.dataset.size || Infinity) <= Number(most); },
    confidence: function (row, least) { return Number(row.querySelector(".sure").dataset.sort) * 100 >= Number(least) - 1e-9; }
  };

  // `controls` filter the rows of what `tables()` gives; `changed` is told how many of how many rows are left, and whether
  // all are asked for.
  function filter(controls, prefix, tables, changed) {
    function said(control) { return control.type === "range" && control.value === control.min ? "" : control.value.trim(); }
    function apply() {
      var rows = tables().flatMap(function (table) { return Array.from(table.tBodies[0].rows); });
      var asked = controls.filter(said);
      var left = 0;
      rows.forEach(function (row) {
        row.hidden = !asked.every(function (control) { return fits[control.name](row, said(control)); });
        left += !row.hidden;
      });
      changed(left, rows.length, asked.length === 0);
    }
    controls.forEach(function (control) {
      var wanted = state.get(prefix + control.name);
      if (wanted !== null) { control.value = wanted; }
      // What a list does not offer on this page is still asked for: nothing fits.
      if (control.tagName === "SELECT" && wanted && control.selectedIndex < 0) {
        control.add(new Option(wanted, wanted, false, true));
      }
      control.addEventListener("input", function () { remember(prefix + control.name, said(control)); apply(); });
    });
    apply();
    return apply;
  }

  function filterEach(table, number) {
    var line = table.previousElementSibling;
    if (!line || !line.matches(".filter")) { return; }
    var count = line.querySelector("[role=status]");
    var part = document.querySelector(".pager") ? " on this page" : "";
    filter([line.querySelector("input")], number ? String(number + 1) : "", function () { return [table]; }, function (left, all, isAll) {
      count.textContent = isAll ? "" : left + " of " + all + part;
    });
  }

  function filterAll(bar) {
    var controls = Array.from(bar.querySelectorAll("input, select"));
    var range = bar.querySelector("[type=range]");
    var status = bar.querySelector("[role=status]");
    var reset = bar.querySelector(".reset");
    var nothing = document.querySelector(".nothing");
    var further = bar.querySelector(".further");
    var more = bar.querySelector(".more-filters");
    function open(isOpen) {
      further.classList.toggle("open", isOpen);
      more.setAttribute("aria-expanded", String(isOpen));
      more.textContent = isOpen ? "Fewer filters" : "More filters";
    }
    more.addEventListener("click", function () { open(!further.classList.contains("open")); });
    open(Array.from(further.querySelectorAll("input, select")).some(function (control) { return state.get(control.name); }));
    var apply = filter(controls, "", listed, function (left, all, isAll) {
      var reappeared = false;
      if (!isAll) { whole.ask(); }
      bar.querySelector(".least").textContent = range.value + "%";
      status.textContent = [isAll ? "" : left + " of " + all, whole.said()].filter(Boolean).join(" · ");
      reset.disabled = isAll;
      nothing.hidden = left > 0;
      listed().forEach(function (table) {
        var section = table.closest(".board-section");
        var empty = Array.from(table.tBodies[0].rows).every(function (row) { return row.hidden; });
        reappeared = reappeared || (section.hidden && !empty);
        section.hidden = empty;
      });
      // Charts take the width of their place, which they had none of.
      if (reappeared) { window.dispatchEvent(new Event("resize")); }
    });
    reset.addEventListener("click", function () {
      controls.forEach(function (control) {
        control.value = control.type === "range" ? control.min : "";
        remember(control.name, "");
      });
      apply();
      controls[0].focus();
    });
    bar.querySelector(".share").addEventListener("click", function (event) {
      write();
      copy(location.href, event.currentTarget);
    });
    return apply;
  }

  // Links to rows, and the SQL of a table

  function equip(tools) {
    tools.querySelectorAll(".copy-sql").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () { copy(button.closest(".sql").querySelector("code").textContent, button); });
    });
    // The SQL page needs script, too; the query is long, and stands in the page already.
    tools.querySelectorAll(".open-sql").forEach(function (link) {
      link.hash = "q=" + encodeURIComponent(link.closest(".sql").querySelector("code").textContent);
    });
    tools.querySelectorAll("a.permalink").forEach(function (link) { link.title = "Copy the permanent link to this row"; });
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a.permalink");
    if (link) { copy(link.href.replace(/\?[^#]*/, ""), link); }
  });

  // The rows of all pages of a benchmark: a script of their own, loaded when they are asked for.

  var bar = document.querySelector(".filters");
  function listed() { return Array.from(document.querySelectorAll("table.data")); }

  // `then` gets the page of each claim and a document with all tables, `failed` is told where they cannot be had.
  window.leaderboardOtherRows = function (then, failed) {
    function give() {
      var rows = window.leaderboardRows;
      // The templates that make the pages have made these tables, too; nothing in a parsed document runs.
      rows.document = rows.document || new DOMParser().parseFromString(rows.tables, "text/html");
      then(rows);
    }
    if (window.leaderboardRows) { give(); return; }
    if (!bar || !bar.dataset.rows) { return; }
    var script = document.createElement("script");
    script.src = bar.dataset.rows;
    script.addEventListener("load", give);
    script.addEventListener("error", failed || function () {});
    document.head.append(script);
  };

  // Brings the rows of the other pages into this one, once a view asks for more than the page.
  var whole = (function () {
    var asked = false, said = "", done = function () {};
    function bring(rows) {
      var last = null;
      Array.from(rows.document.querySelectorAll(".board-section")).forEach(function (section) {
        var here = document.getElementById(section.id);
        if (here) {
          var body = here.querySelector("tbody");
          // Rows that are here stay what they are: sentences that the reader has opened stay open.
          body.replaceChildren.apply(body, Array.from(section.querySelector("tbody").rows).map(function (row) {
            return document.getElementById(row.id) || document.adoptNode(row);
          }));
          here.querySelector("h2").replaceWith(document.adoptNode(section.querySelector("h2")));
          equip(body);
        } else {
          here = document.adoptNode(section);
          if (last) { last.after(here); } else { document.querySelector(".board-section").before(here); }
          sortable(here.querySelector("table"));
          equip(here);
        }
        last = here;
      });
      orders.forEach(function (order) { sort.apply(null, order); });
      document.querySelector(".pager").hidden = true; // All pages are here.
      said = "";
      done();
    }
    return {
      said: function () { return said; },
      then: function (what) { done = what; },
      ask: function () {
        if (asked || !bar || !bar.dataset.rows) { return; }
        asked = true;
        said = "loading the other pages …";
        window.leaderboardOtherRows(bring, function () {
          said = "this page only: the others could not be loaded";
          done();
        });
      }
    };
  })();

  listed().forEach(sortable);
  if (bar) {
    var refilter = filterAll(bar);
    whole.then(refilter);
    refilter();
  } else { listed().forEach(filterEach); }
  equip(document);
  if (location.search) { write(); }

  // A link to a row opens its sentence, and finds the row where another build has put it on another page.
  function openTarget() {
    var id = location.hash.slice(1);
    var target = id && document.getElementById(id);
    var details = target && target.querySelector("details");
    if (details) { details.open = true; }
    if (!target && id.startsWith("c-")) {
      window.leaderboardOtherRows(function (rows) {
        var page = rows.pages[id.slice(2)];
        if (page && !document.getElementById(id)) { location.replace(page + "#" + id); }
      });
    }
  }
  window.addEventListener("hashchange", openTarget);
  openTarget();
})();
