// The console of the page on SQL: DuckDB in a worker, given only the tables that a question names.
(function () {
  "use strict";
  var MOST_ROWS = 100000;
  var PAGE_ROWS = 100;
  // Characters from which a text wants room to be read.
  var LONG = 60;
  // A question about the catalogue is one about every table.
  var CATALOGUE = /\b(show|information_schema|duckdb_\w+|pragma\w*|sqlite_master)\b/i;
  // What a spreadsheet would take for a formula.
  var FORMULA = /^[=+\-@\t\r]/;

  var section = document.querySelector(".console");
  var folder = section.dataset.folder;
  var query = section.querySelector("textarea");
  var state = section.querySelector(".state");
  var trouble = section.querySelector(".trouble");
  var result = section.querySelector(".result");
  function button(name) { return section.querySelector("." + name); }

  var usable = /^https?:$/.test(location.protocol) && window.WebAssembly && window.Worker && window.DecompressionStream;
  section.hidden = !usable;
  document.querySelector(".instead").hidden = usable;
  document.querySelectorAll(".try").forEach(function (each) { each.hidden = !usable; });
  if (!usable) { return; }

  // --- Loading ---

  function script(name) {
    return new Promise(function (resolve, reject) {
      var element = document.createElement("script");
      element.src = folder + name;
      element.onload = resolve;
      element.onerror = function () { reject(new Error(name + " cannot be loaded")); };
      document.head.append(element);
    });
  }

  async function loaded(name, type) {
    var answer = await fetch(folder + name);
    if (!answer.ok) { throw new Error(name + " cannot be loaded: " + answer.status + " " + answer.statusText); }
    var blob = await answer.blob();
    var start = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
    // Some hosts declare the compression, and then the browser has already undone it.
    var packed = start[0] === 0x1f && start[1] === 0x8b;
    var body = packed ? blob.stream().pipeThrough(new DecompressionStream("gzip")) : blob;
    return new Response(body, { headers: { "content-type": type || "application/octet-stream" } });
  }

  var scripts = null;
  function library() {
    if (!scripts) {
      scripts = script("arrow.js").then(function () {
        // duckdb.js asks for Arrow, and gives itself, as modules do in Node.
        window.module = { exports: {} };
        window.require = function () { return window.Arrow; };
        return script("duckdb.js");
      }).then(function () { return window.module.exports; });
      scripts.catch(function () { scripts = null; });
    }
    return scripts;
  }

  // An engine that runs: `made` holds the names that it has so far.
  async function start() {
    state.textContent = "Loading DuckDB …";
    var parts = await Promise.all([
      library(),
      loaded("duckdb.wasm.gz", "application/wasm").then(function (answer) { return answer.blob(); }),
      loaded("database.json").then(function (answer) { return answer.json(); }),
    ]);
    var worker = new Worker(folder + "duckdb-worker.js");
    var database = new parts[0].AsyncDuckDB(new parts[0].VoidLogger(), worker);
    var address = URL.createObjectURL(parts[1]);
    try {
      await database.instantiate(address, null);
    } finally {
      URL.revokeObjectURL(address);
    }
    await database.open({ query: { castDecimalToDouble: true } });
    var connection = await database.connect();
    // A link may carry anyone's question: it reaches these tables and nothing else.
    await connection.query("SET enable_external_access = false");
    await connection.query("SET lock_configuration = true");
    var statements = new Map(parts[2].made.map(function (each) { return [each.name, each]; }));
    return { database: database, connection: connection, tables: parts[2].tables, statements: statements, made: new Set() };
  }

  function named(engine, sql) {
    var known = Object.keys(engine.tables).concat(Array.from(engine.statements.keys()));
    if (CATALOGUE.test(sql)) { return known; }
    var wanted = new Set();
    (sql.toLowerCase().match(/\w+/g) || []).forEach(function (word) {
      var statement = engine.statements.get(word);
      if (statement) { statement.needs.forEach(function (name) { wanted.add(name); }); }
      wanted.add(word);
    });
    return known.filter(function (name) { return wanted.has(name); });
  }

  async function provide(engine, sql) {
    for (var name of named(engine, sql)) {
      if (engine.made.has(name)) { continue; }
      state.textContent = "Preparing " + name + " …";
      if (engine.statements.has(name)) {
        await engine.connection.query(engine.statements.get(name).sql);
      } else {
        var rows = await (await loaded(name + ".arrow.gz")).arrayBuffer();
        await engine.connection.insertArrowFromIPCStream(new Uint8Array(rows), { name: name, create: true });
      }
      engine.made.add(name);
    }
  }

  // --- Answers ---

  var kinds = function () { return window.Arrow.DataType; };
  function isNumber(type) { return kinds().isInt(type) || kinds().isFloat(type) || kinds().isDecimal(type); }

  // Cells as the downloads have them: days as ISO dates, lists as JSON, null for null.
  function text(value, type) {
    if (value === null || value === undefined) { return null; }
    if (typeof value === "boolean") { return value ? "yes" : "no"; }
    if (kinds().isDate(type)) { return new Date(Number(value)).toISOString().slice(0, 10); }
    if (kinds().isTimestamp(type)) { return new Date(Number(value)).toISOString().replace("Z", ""); }
    if (kinds().isTime(type)) { return new Date(Number(value) / 1000).toISOString().slice(11, 23); }
    if (typeof value === "object") {
      return JSON.stringify(value, function (key, each) { return typeof each === "bigint" ? Number(each) : each; });
    }
    return String(value);
  }

  async function answer(engine, sql) {
    var reader = await (await engine.connection.send(sql, true)).open();
    var columns = reader.schema.fields.map(function (field) { return { name: field.name, number: isNumber(field.type), float: kinds().isFloat(field.type) }; });
    var rows = [];
    for await (var batch of reader) {
      var parts = batch.schema.fields.map(function (field, index) { return [batch.getChildAt(index), field.type]; });
      for (var row = 0; row < batch.numRows; row++) {
        if (rows.length === MOST_ROWS) {
          await engine.connection.cancelSent();
          return { columns: columns, rows: rows, more: true };
        }
        rows.push(parts.map(function (part) { return text(part[0].get(row), part[1]); }));
      }
    }
    return { columns: columns, rows: rows, more: false };
  }

  function count(number, one) { return number.toLocaleString("en") + " " + one + (number === 1 ? "" : "s"); }

  function cell(column, value) {
    var element = document.createElement("td");
    element.dataset.label = column.name;
    element.className = column.number ? "num" : value && value.length > LONG ? "long" : "";
    if (/^https?:\/\/\S+$/.test(value || "")) {
      var link = document.createElement("a");
      link.href = value;
      link.textContent = value;
      element.append(link);
    } else {
      // Twelve digits, as on the other pages: the rest is the binary's, not the paper's.
      element.textContent = column.float && value ? String(Number(Number(value).toPrecision(12))) : value || "–";
    }
    return element;
  }

  function table(found, first) {
    var element = document.createElement("table");
    element.className = "data answer";
    var caption = element.createCaption();
    caption.className = "unseen";
    caption.textContent = "The answer";
    var head = element.createTHead().insertRow();
    found.columns.forEach(function (column) {
      var heading = document.createElement("th");
      heading.scope = "col";
      heading.textContent = column.name;
      if (column.number) { heading.className = "num"; }
      head.append(heading);
    });
    var body = element.createTBody();
    found.rows.slice(first, first + PAGE_ROWS).forEach(function (cells) {
      var row = body.insertRow();
      cells.forEach(function (value, index) { row.append(cell(found.columns[index], value)); });
    });
    return element;
  }

  function step(name, to, found) {
    var element = document.createElement("button");
    element.type = "button";
    element.className = "button";
    element.textContent = name;
    element.disabled = to < 0 || to >= found.rows.length;
    element.addEventListener("click", function () { show(found, to); result.focus(); });
    return element;
  }

  function show(found, first) {
    var wide = document.createElement("div");
    wide.className = "wide";
    wide.tabIndex = 0;
    wide.setAttribute("role", "region");
    wide.setAttribute("aria-label", "The answer");
    wide.append(table(found, first));
    result.replaceChildren(wide);
    if (found.rows.length > PAGE_ROWS) {
      var steps = document.createElement("p");
      steps.className = "pager";
      var where = document.createElement("span");
      where.textContent = "Rows " + (first + 1).toLocaleString("en") + " to " +
        Math.min(first + PAGE_ROWS, found.rows.length).toLocaleString("en");
      steps.append(step("← Previous", first - PAGE_ROWS, found), where, step("Next →", first + PAGE_ROWS, found));
      result.append(steps);
    }
  }

  // --- CSV, as the downloads are: RFC 4180, texts quoted, formulas disarmed ---

  function field(value, isText) {
    if (!isText || value === null) { return value; }
    return '"' + (FORMULA.test(value) ? "'" : "") + value.replace(/"/g, '""') + '"';
  }

  function csv(found) {
    var lines = [found.columns.map(function (column) { return field(column.name, true); })];
    found.rows.forEach(function (cells) {
      lines.push(cells.map(function (value, index) { return field(value, !found.columns[index].number); }));
    });
    return lines.map(function (line) { return line.join(",") + "\r\n"; }).join("");
  }

  // --- What a person does ---

  var engine = null;
  var shown = null;
  var running = 0;

  function busy(is) {
    button("run").disabled = is;
    button("stop").hidden = !is;
    if (is) { button("csv").hidden = true; }
    section.setAttribute("aria-busy", String(is));
  }

  async function run() {
    var sql = query.value.trim();
    if (!sql || button("run").disabled) { return; }
    var mine = ++running;
    busy(true);
    trouble.hidden = true;
    result.replaceChildren();
    history.replaceState(null, "", "#q=" + encodeURIComponent(sql));
    button("link").hidden = false;
    try {
      if (!engine) {
        engine = start();
        engine.catch(function () { engine = null; });
      }
      var ready = await engine;
      if (mine !== running) { return; }
      await provide(ready, sql);
      state.textContent = "Running …";
      var began = performance.now();
      var found = await answer(ready, sql);
      if (mine !== running) { return; }
      var seconds = ((performance.now() - began) / 1000).toFixed(2);
      state.textContent = found.more
        ? "There are more than " + count(MOST_ROWS, "row") + ": these are the first; WHERE or LIMIT narrows them"
        : count(found.rows.length, "row") + " in " + seconds + " s";
      shown = found;
      button("csv").hidden = !found.rows.length;
      show(found, 0);
    } catch (error) {
      if (mine !== running) { return; }
      state.textContent = "";
      trouble.textContent = error.message;
      trouble.hidden = false;
    }
    busy(false);
  }

  // A running question holds its worker, so that only the end of the worker stops it; the next run starts another.
  function stop() {
    running++;
    if (engine) { engine.then(function (each) { each.database.terminate(); }, function () { /* Never began. */ }); }
    engine = null;
    state.textContent = "Stopped";
    busy(false);
  }

  function openLink() {
    var carried = /^#q=(.+)$/.exec(location.hash);
    if (!carried) { return; }
    try {
      query.value = decodeURIComponent(carried[1]);
    } catch (malformed) {
      state.textContent = "The link is damaged: it carries no question that can be read";
      return;
    }
    run();
  }

  button("run").addEventListener("click", run);
  button("stop").addEventListener("click", stop);
  query.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      run();
    }
  });
  button("link").addEventListener("click", function () {
    // Without a secure connection there is no clipboard: then the address bar has the link.
    var copied = navigator.clipboard ? navigator.clipboard.writeText(location.href) : Promise.reject(new Error());
    copied.then(
      function () { state.textContent = "Link copied"; },
      function () { state.textContent = "The address of this page is the link"; }
    );
  });
  button("csv").addEventListener("click", function () {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv(shown)], { type: "text/csv;charset=utf-8" }));
    link.download = "answer.csv";
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  });
  document.querySelectorAll(".example-query").forEach(function (example) {
    example.querySelector(".try button").addEventListener("click", function () {
      query.value = example.querySelector("pre").textContent;
      section.scrollIntoView();
      query.focus({ preventScroll: true });
      run();
    });
  });
  window.addEventListener("hashchange", openLink);
  openLink();
})();
