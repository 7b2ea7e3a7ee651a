// Finds benchmarks, methods and papers as the reader types; the index is a script of its own, loaded at the first use,
// since pages opened from a disk may not fetch.
(function () {
  "use strict";
  var KINDS = [["benchmarks", "Benchmarks", 6], ["methods", "Methods", 5], ["papers", "Papers", 5]];
  var box = document.querySelector("[role=search]");
  if (!box) { return; }
  var input = box.querySelector("input");
  var index = null;

  function address(kind, file) { return box.dataset.root + kind + "/" + file + ".html"; }

  // A method without a page of its own leads to its paper, and is told apart by its title.
  function option(kind, entry, papers) {
    var paper = typeof entry[1] === "number" ? papers[entry[1]] : null;
    return {
      name: entry[0],
      hint: paper ? paper[0] : entry[2],
      href: paper ? address("papers", paper[1]) : address(kind, entry[1])
    };
  }

  function load() {
    if (load.asked) { return; }
    load.asked = true;
    var script = document.createElement("script");
    script.src = box.dataset.root + "search-index.js";
    script.addEventListener("load", function () {
      var lists = window.leaderboardIndex;
      index = KINDS.map(function (kind) {
        return lists[kind[0]].map(function (entry) {
          return window.leaderboardName([entry[0]].concat(entry[3] || []), option(kind[0], entry, lists.papers));
        });
      });
      combobox.refresh();
    });
    document.head.append(script);
  }

  // The kind with the best hit comes first.
  function find(text) {
    if (!index) { return null; }
    return KINDS.map(function (kind, number) {
      return { label: kind[1], hits: window.leaderboardFind(index[number], text, kind[2]) };
    }).filter(function (group) {
      return group.hits.length;
    }).sort(function (a, b) {
      return a.hits[0].how - b.hits[0].how;
    }).map(function (group) {
      return { label: group.label, options: group.hits.map(function (hit) { return hit.value; }) };
    });
  }

  var combobox = window.leaderboardCombobox(box, find);
  input.addEventListener("focus", load);
  input.addEventListener("input", load);
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      input.focus();
    }
  });
})();
