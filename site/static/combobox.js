// What the search and the choice of methods share: how names are found as they are typed, and a list to choose from by keyboard.
(function () {
  "use strict";

  // Letter case, accents and hyphens do not count.
  function words(text) {
    return text.normalize("NFKD").toLowerCase().replace(/\p{M}+/gu, "").match(/[\p{L}\p{N}]+/gu) || [];
  }

  // A thing made ready to be looked for by any of its names.
  window.leaderboardName = function (names, value) {
    var each = names.map(words), all = [].concat.apply([], each);
    return {
      names: each.map(function (name) { return name.join(""); }),
      words: " " + all.join(" "),
      all: all.join(""),
      value: value
    };
  };

  // 0 a name itself, 1 its beginning, 2 the beginnings of words, 3 within a word; null where it does not fit.
  function fit(candidate, asked, query) {
    if (candidate.names.includes(query)) { return 0; }
    if (candidate.names.some(function (name) { return name.startsWith(query); })) { return 1; }
    if (asked.every(function (word) { return candidate.words.includes(" " + word); })) { return 2; }
    if (!candidate.all.includes(query)) { return null; }
    // Written in one where the name has several words: from the beginning of a word on.
    var list = candidate.words.trim().split(" ");
    if (list.some(function (word, place) { return list.slice(place).join("").startsWith(query); })) { return 2; }
    return candidate.words.includes(query) ? 3 : null;
  }

  // The best `most` of `candidates` for the text, { how, value }; among equals the earlier in the list.
  window.leaderboardFind = function (candidates, text, most) {
    var asked = words(text), query = asked.join(""), ranked = [[], [], [], []];
    if (!query) { return []; }
    candidates.forEach(function (candidate) {
      var how = fit(candidate, asked, query);
      if (how !== null && ranked[how].length < most) { ranked[how].push({ how: how, value: candidate.value }); }
    });
    return [].concat.apply([], ranked).slice(0, most);
  };

  function element(tag, className, text) {
    var made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    return made;
  }

  // Makes the input in `box` choose from a list. `find(text)` gives the groups that fit, [{ label, options }], or null
  // while they are not known; an option is { name, hint, href }, and `choose(option)` is told of one without an address.
  // The answer's `refresh` is for when they have become known.
  window.leaderboardCombobox = function (box, find, choose) {
    var input = box.querySelector("input"), found = box.querySelector(".found");
    var list = found.querySelector("[role=listbox]"), none = found.querySelector(".none");
    var offered = [], current = -1, entered = false;
    input.setAttribute("aria-controls", list.id);

    function option(each) {
      var made = element(each.href ? "a" : "div", "option", "");
      if (each.href) { made.href = each.href; made.tabIndex = -1; }
      made.id = list.id + "-" + offered.length;
      made.setAttribute("role", "option");
      made.setAttribute("aria-selected", "false");
      made.append(element("span", "option-name", each.name), element("span", "option-hint", each.hint));
      if (!each.href) { made.addEventListener("click", function () { close(); choose(each); }); }
      offered.push(made);
      return made;
    }

    function show() {
      var groups = find(input.value);
      offered = [];
      mark(-1);
      list.replaceChildren.apply(list, (groups || []).map(function (each, number) {
        var group = element("div", "group", ""), label = element("div", "group-name", each.label);
        label.id = list.id + "-group-" + number;
        group.setAttribute("role", "group");
        group.setAttribute("aria-labelledby", label.id);
        group.append.apply(group, [label].concat(each.options.map(option)));
        return group;
      }));
      var asked = words(input.value).length > 0;
      none.textContent = groups && asked && !offered.length ? "Nothing of that name." : "";
      none.hidden = !none.textContent;
      found.hidden = !offered.length && none.hidden;
      input.setAttribute("aria-expanded", String(!found.hidden));
      if (offered.length) { mark(0); }
      // Enter was quicker than the list.
      if (groups && entered) { entered = false; if (offered.length) { offered[0].click(); } }
    }

    function mark(place) {
      if (offered[current]) { offered[current].setAttribute("aria-selected", "false"); }
      current = offered.length ? (place + offered.length) % offered.length : -1;
      if (current < 0) { input.removeAttribute("aria-activedescendant"); return; }
      offered[current].setAttribute("aria-selected", "true");
      offered[current].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", offered[current].id);
    }

    function close() {
      found.hidden = true;
      input.setAttribute("aria-expanded", "false");
    }

    input.addEventListener("input", function () { entered = false; show(); });
    input.addEventListener("keydown", function (event) {
      if (event.isComposing) { return; }
      var open = !found.hidden;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!open) { show(); } else { mark(current + (event.key === "ArrowDown" ? 1 : -1)); }
      } else if (event.key === "Enter") {
        if (open && offered[current]) { offered[current].click(); } else if (find(input.value) === null) { entered = true; }
      } else if (event.key === "Escape" && open) { close(); } else { return; }
      event.preventDefault();
    });
    document.addEventListener("click", function (event) { if (!box.contains(event.target)) { close(); } });
    box.addEventListener("focusout", function (event) { if (event.relatedTarget && !box.contains(event.relatedTarget)) { close(); } });
    return { refresh: function () { if (document.activeElement === input) { show(); } } };
  };
})();
