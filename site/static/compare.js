// Puts two methods side by side on each board that ranks both; the choice is in the address, so that it can be shared.
(function () {
  "use strict";
  var MOST_FOUND = 8, MOST_SUGGESTED = 10;
  var data = window.leaderboardMethods;
  var area = document.querySelector(".compare");
  var out = area.querySelector(".compared");
  var pages = new Map(data.boards.map(function (board) { return [board[0], board[1]]; }));
  var byKey = new Map(data.methods.map(function (method, number) { return [method[1], number]; }));
  var onBoards = data.methods.map(function () { return new Map(); });
  data.results.forEach(function (result) { onBoards[result[0]].set(result[1], result); });
  var names = data.methods.map(function (method, number) {
    return window.leaderboardName([method[0]], { name: method[0], hint: onBoards[number].size ? counted(onBoards[number].size, "board") : "compared directly", number: number });
  });

  function counted(count, word) { return count + " " + word + (count === 1 ? "" : "s"); }

  function element(tag, className) {
    var made = document.createElement(tag);
    if (className) { made.className = className; }
    made.append.apply(made, Array.from(arguments).slice(2));
    return made;
  }
  function link(text, address) {
    if (!address) { return document.createTextNode(text); }
    var made = element("a", "", text);
    made.href = address;
    return made;
  }
  function paperLink(text, paper, claim) { return link(text, data.papers[paper][1] + "#c-" + claim); }
  function figure(value) {
    return value.toLocaleString("en", { maximumFractionDigits: 4 }).replace("-", "\u2212");
  }
  function inUnit(value, unit) {
    var written = { "%": "%", x: "\u00d7", points: value === 1 ? " point" : " points" };
    return figure(value) + (unit ? written[unit] || " " + unit : "");
  }
  // What lies between two percentages are points; a gain that a paper states in percent stays so.
  function difference(value, unit) { return inUnit(value, unit === "%" ? "points" : unit); }

  // The keys of the two methods as the address has them.
  function asked() {
    var query = new URLSearchParams(location.search);
    return ["a", "b"].map(function (side) { return query.get(side) || null; });
  }
  function chosen() { return asked().map(function (key) { return byKey.has(key) ? byKey.get(key) : null; }); }
  function unknown() { return asked().filter(function (key) { return key !== null && !byKey.has(key); }); }
  function addressOf(pair) {
    return "?" + ["a", "b"].filter(function (side, number) { return pair[number] !== null; }).map(function (side) {
      return side + "=" + encodeURIComponent(data.methods[pair[side === "a" ? 0 : 1]][1]);
    }).join("&");
  }

  function what(benchmark, page, metric, setting) {
    var cell = element("td", "what", benchmark ? link(benchmark, page) : "no benchmark named", element("span", "sub", metric || "no metric"));
    if (setting) { cell.lastChild.append(" ", element("span", "tag", setting)); }
    return cell;
  }
  function score(result, better) {
    var cell = element("td", "num value" + (better ? " better" : ""), element("span", "shown", paperLink(result[4], result[5], result[6])));
    cell.dataset.name = data.methods[result[0]][0]; // A phone shows no heads of columns.
    if (result[7]) { cell.append(element("span", "note", figure(result[7]) + "B parameters")); }
    cell.append(element("span", "note", data.papers[result[5]][0]));
    return cell;
  }

  function table(caption, heads, rows) {
    var head = element("tr");
    heads.forEach(function (name) {
      var cell = element("th", name[1], name[0]);
      cell.scope = "col";
      head.append(cell);
    });
    var body = element("tbody");
    body.append.apply(body, rows);
    return element("table", "data side-by-side", element("caption", "unseen", caption), element("thead", "", head), body);
  }
  function section(heading, note) {
    var made = element("section", "board-section", element("h2", "", heading));
    if (note) { made.append(element("p", "facts", element("span", "", note))); }
    return made;
  }

  function boardRow(board, a, b, nameA, nameB) {
    var verdict = "equal", better = a[2] === b[2] ? null : (a[2] < b[2] ? nameA : nameB);
    if (better !== null) {
      verdict = better + " is better" + (a[3] === null || b[3] === null ? "" : " by " + difference(Math.abs(a[3] - b[3]), board[4]));
    }
    return element("tr", "", what(board[0], board[1], board[2], board[3]), score(a, a[2] < b[2]), score(b, b[2] < a[2]), element("td", "reason", verdict));
  }
  function duelRow(duel, own, other) {
    var by = (duel[7] === null ? inUnit : difference)(Math.abs(duel[9]), duel[10]);
    var verdict = duel[9] === 0 ? "equal" : (duel[9] > 0 ? own : other) + " is better by " + (duel[11] ? duel[11] + " " : "") + by;
    var values = duel[7] === null ? "a gain it states" : own + " " + figure(duel[7]) + ", " + other + " " + figure(duel[8]);
    return element("tr", "", what(duel[4], pages.get(duel[4]), duel[5], duel[6]), element("td", "reason", values), element("td", "reason", verdict),
      element("td", "paper", paperLink(data.papers[duel[2]][0], duel[2], duel[3])));
  }

  // Methods that share most boards with one, or that papers compare with it.
  function suggestions(number) {
    var shared = new Map();
    function count(other) { if (other !== number) { shared.set(other, (shared.get(other) || 0) + 1); } }
    data.results.forEach(function (result) { if (onBoards[number].has(result[1])) { count(result[0]); } });
    data.duels.forEach(function (duel) {
      if (duel[0] === number) { count(duel[1]); }
      if (duel[1] === number) { count(duel[0]); }
    });
    return Array.from(shared).sort(function (x, y) { return y[1] - x[1] || x[0] - y[0]; }).slice(0, MOST_SUGGESTED);
  }

  function show() {
    var pair = chosen(), a = pair[0], b = pair[1];
    pickers.forEach(function (picker, number) { picker.input.value = pair[number] === null ? "" : data.methods[pair[number]][0]; });
    out.replaceChildren();
    unknown().forEach(function (key) {
      out.append(element("p", "suggested", "No method here that can be compared is called \u201c" + key + "\u201d."));
    });
    if (a === null && b === null) { return; }
    if (a === null || b === null || a === b) {
      var one = a === null ? b : a;
      var near = suggestions(one);
      var line = element("p", "suggested", near.length ? "Often beside " + data.methods[one][0] + ": " : "No other method shares a board with it.");
      near.forEach(function (other) {
        line.append(link(data.methods[other[0]][0], addressOf(a === null ? [other[0], one] : [one, other[0]])), " ");
      });
      out.append(line);
      return;
    }
    var nameA = data.methods[a][0], nameB = data.methods[b][0];
    var shared = Array.from(onBoards[a].keys()).filter(function (board) { return onBoards[b].has(board); });
    var wins = shared.filter(function (board) { return onBoards[a].get(board)[2] < onBoards[b].get(board)[2]; }).length;
    var losses = shared.filter(function (board) { return onBoards[b].get(board)[2] < onBoards[a].get(board)[2]; }).length;
    var duels = data.duels.filter(function (duel) { return (duel[0] === a && duel[1] === b) || (duel[0] === b && duel[1] === a); });
    out.append(element("p", "verdict", link(nameA, data.methods[a][2]), " and ", link(nameB, data.methods[b][2]), shared.length
      ? ": " + counted(shared.length, "shared board") + ", " + nameA + " better on " + wins + ", " + nameB + " on " + losses + "."
      : ": no board ranks both."));
    if (shared.length) {
      var boards = section("On shared boards", "best-ranked result of each by benchmark, metric and setting, from different papers as a rule");
      boards.append(table(nameA + " and " + nameB + " on shared boards", [["Board", ""], [nameA, "num"], [nameB, "num"], ["Better", ""]],
        shared.map(function (board) { return boardRow(data.boards[board], onBoards[a].get(board), onBoards[b].get(board), nameA, nameB); })));
      out.append(boards);
    }
    if (duels.length) {
      var direct = section("Directly compared", "within one paper, where conditions are most alike");
      direct.append(table("Papers that compare " + nameA + " and " + nameB, [["On", ""], ["Values", ""], ["Better", ""], ["Paper", ""]],
        duels.map(function (duel) { return duelRow(duel, data.methods[duel[0]][0], data.methods[duel[1]][0]); })));
      out.append(direct);
    } else { out.append(element("p", "quiet", "No paper here compares the two directly.")); }
  }

  var pickers = Array.from(area.querySelectorAll(".picker")).map(function (box, side) {
    var input = box.querySelector("input");
    function find(text) {
      var hits = window.leaderboardFind(names, text, MOST_FOUND);
      return hits.length ? [{ label: "Methods", options: hits.map(function (hit) { return hit.value; }) }] : [];
    }
    window.leaderboardCombobox(box, find, function (option) {
      var pair = chosen();
      pair[side] = option.number;
      history.pushState(null, "", addressOf(pair));
      show();
    });
    input.addEventListener("focus", function () { input.select(); });
    return { input: input };
  });
  window.addEventListener("popstate", show);
  show();
})();
