// Finds benchmarks, methods and papers as the reader types; the index is a script of its own, loaded at the first use,
// since pages opened from a disk may not fetch.
(function () {
  "use strict";
  var MOST = { benchmarks: 6, methods: 5, papers: 5 };
  var NAMES = { benchmarks: "Benchmarks", methods: "Methods", papers: "Papers" };
  var box = document.querySelector(".search");
  if (!box) { return; }
  var input = box.querySelector("input");
  var list = box.querySelector(".found");
  var index = null;
  var current = -1;

  function folded(text) {
    return text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "");
  }
  function squeezed(text) {
    return folded(text).replace(/[^\p{L}\p{N}]+/gu, "");
  }

  function load() {
    if (load.asked) { return; }
    load.asked = true;
    var script = document.createElement("script");
    script.src = box.dataset.root + "search-index.js";
    script.addEventListener("load", function () {
      index = Object.keys(NAMES).map(function (group) {
        return {
          group: group,
          entries: window.leaderboardIndex[group].map(function (entry) {
            return { entry: entry, name: squeezed(entry[0]), words: " " + folded(entry[0] + " " + entry[3]), all: squeezed(entry[0] + entry[3]) };
          })
        };
      });
      show();
    });
    document.head.append(script);
  }

  // 0 the name itself, 1 its beginning, 2 the beginning of a word, 3 within it; null where it does not fit.
  function fit(candidate, query, words) {
    if (candidate.name === query) { return 0; }
    if (candidate.name.startsWith(query)) { return 1; }
    if (words.every(function (word) { return candidate.words.includes(" " + word); })) { return 2; }
    if (candidate.all.includes(query)) { return 3; }
    return null;
  }

  function found(text) {
    var query = squeezed(text);
    var words = folded(text).split(/\s+/).filter(Boolean);
    if (!query || !index) { return []; }
    return index.map(function (part) {
      var hits = [];
      part.entries.forEach(function (candidate, place) {
        var how = fit(candidate, query, words);
        if (how !== null) { hits.push({ how: how, place: place, entry: candidate.entry }); }
      });
      hits.sort(function (a, b) { return a.how - b.how || a.place - b.place; });
      return { group: part.group, hits: hits.slice(0, MOST[part.group]) };
    }).filter(function (part) { return part.hits.length; });
  }

  function element(tag, className, text) {
    var made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function show() {
    var parts = found(input.value);
    list.replaceChildren();
    current = -1;
    input.removeAttribute("aria-activedescendant");
    var options = 0;
    parts.forEach(function (part) {
      var group = element("div", "group", "");
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", NAMES[part.group]);
      group.append(element("div", "group-name", NAMES[part.group]));
      part.hits.forEach(function (hit) {
        var option = element("a", "option", "");
        option.id = "found-" + options;
        option.href = box.dataset.root + hit.entry[2];
        option.tabIndex = -1;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.append(element("span", "option-name", hit.entry[0]), element("span", "option-hint", hit.entry[1]));
        group.append(option);
        options += 1;
      });
      list.append(group);
    });
    if (!options && squeezed(input.value) && index) { list.append(element("p", "none", "Nothing of that name.")); }
    var open = list.childElementCount > 0;
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (options) { choose(0); }
  }

  function choose(place) {
    var options = list.querySelectorAll(".option");
    if (!options.length) { return; }
    current = (place + options.length) % options.length;
    options.forEach(function (option, number) { option.setAttribute("aria-selected", String(number === current)); });
    options[current].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[current].id);
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  }

  box.hidden = false;
  input.addEventListener("focus", load);
  input.addEventListener("input", function () { load(); show(); });
  input.addEventListener("keydown", function (event) {
    var options = list.querySelectorAll(".option");
    if (event.key === "ArrowDown") { choose(current + 1); }
    else if (event.key === "ArrowUp") { choose(current - 1); }
    else if (event.key === "Enter" && options[current] && !list.hidden) { options[current].click(); }
    else if (event.key === "Escape") { close(); return; }
    else { return; }
    event.preventDefault();
  });
  document.addEventListener("click", function (event) { if (!box.contains(event.target)) { close(); } });
  box.addEventListener("focusout", function (event) { if (event.relatedTarget && !box.contains(event.relatedTarget)) { close(); } });
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      input.focus();
    }
  });
})();
