// Draws each chart from its kind's specification and the page's rows; its colours are the style sheet's, in either theme.
(function () {
  "use strict";
  var shared = window.leaderboardCharts;
  var tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  document.body.append(tip);

  function line(className, text) {
    var made = document.createElement("span");
    made.className = className;
    made.textContent = text;
    return made;
  }

  // Paper and sentence of a row of a table; none where the row has been moved into the page in the meantime.
  function evidence(listed) {
    if (!listed) { return; }
    tip.append(line("tip-paper", listed.querySelector(".paper a").textContent));
    tip.append(line("tip-sentence", listed.querySelector("blockquote").textContent));
  }

  // What hovering shows: method and value from the chart, paper and sentence from the row of the table.
  function tooltip(rows) {
    var byId = new Map(rows.map(function (row) { return [row.id, row]; }));
    return function (handler, event, item) {
      var row = item && item.datum && byId.get(item.datum.id);
      if (!row) { tip.hidden = true; return; }
      var listed = document.getElementById("c-" + row.id);
      delete tip.dataset.of;
      tip.replaceChildren(line("tip-value", row.shown), line("tip-method", row.label + (row.role === "quoted" ? " (quoted)" : "")));
      if (row.sentences) {
        tip.append(line("tip-paper", row.paper));
        row.sentences.forEach(function (sentence) { tip.append(line("tip-sentence", sentence)); });
      } else if (listed) {
        evidence(listed);
      } else if (window.leaderboardOtherRows) {
        tip.dataset.of = row.id;
        window.leaderboardOtherRows(function (others) {
          // By the time they are here, another mark may be hovered.
          if (tip.dataset.of === row.id && !tip.querySelector(".tip-paper")) { evidence(others.document.getElementById("c-" + row.id)); }
        });
      }
      tip.hidden = false;
      var left = Math.min(event.clientX + 14, window.innerWidth - tip.offsetWidth - 8);
      var top = event.clientY + 18;
      if (top + tip.offsetHeight > window.innerHeight - 8) { top = event.clientY - tip.offsetHeight - 14; }
      tip.style.left = Math.max(8, left) + "px";
      tip.style.top = Math.max(8, top) + "px";
    };
  }

  function draw(figure) {
    var content = JSON.parse(figure.querySelector("script").textContent);
    // Rows that would make the page heavy come from a script of its own.
    if (content.source) { content.rows = window.leaderboardChartRows[content.source]; }
    var specification = Object.assign({}, shared.kinds[content.kind], { datasets: { rows: content.rows } });
    var options = {
      actions: false,
      ast: true, // Vega's interpreter: the pages allow no code made from text.
      logLevel: 1, // Errors only: that no row of a board is a range is no trouble.
      config: shared.theme,
      renderer: "svg",
      tooltip: tooltip(content.rows)
    };
    // An element of its own: Vega replaces the label of the one it draws into.
    var canvas = document.createElement("div");
    canvas.style.width = "100%";
    canvas.setAttribute("aria-hidden", "true"); // The label says what it shows, the table every figure.
    figure.querySelector(".plot").replaceChildren(canvas);
    return window.vegaEmbed(canvas, specification, options).then(function (result) {
      result.view.addEventListener("click", function (event, item) {
        if (item && item.datum && item.datum.href) { location.href = figure.dataset.root + item.datum.href; }
      });
    });
  }

  // One after another, so that the page stays responsive while there are many.
  Array.from(document.querySelectorAll("figure.chart")).reduce(function (before, figure) {
    return before.then(function () { return draw(figure); });
  }, Promise.resolve()).catch(function (error) { console.error(error); });
})();
