// Lights the place of a record and the record of a place, and goes from doubt to doubt.
"use strict";
(() => {
  const printed = document.getElementById("printed");
  const read = document.getElementById("read");
  const detail = document.getElementById("detail");
  const told = detail.querySelector("[role=status]");
  const rows = [...read.querySelectorAll(".chunk > .row")];

  // Places -------------------------------------------------------------------------

  // A place is the id of an element, or "page x0 y0 x1 y1" in points.
  const parse = (anchor) => {
    const part = anchor.split(" ");
    if (part.length < 5) return { id: anchor };
    const [page, x0, y0, x1, y1] = part.map(Number);
    return { page, x0, y0, x1, y1 };
  };

  const unlight = () => {
    for (const e of document.querySelectorAll("#printed .lit")) e.classList.remove("lit");
    for (const e of document.querySelectorAll(".mark")) e.remove();
    for (const e of read.querySelectorAll(".lit, .here, .current")) e.classList.remove("lit", "here", "current");
    if (window.CSS && CSS.highlights) CSS.highlights.clear();
  };

  // Lights the words of text inside an element, where they are only a part of it.
  const lightWords = (element, text) => {
    if (!text || !window.CSS || !CSS.highlights || !window.Highlight) return;
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.data.indexOf(text);
      if (at < 0) continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      CSS.highlights.set("lit", new Highlight(range));
      return;
    }
  };

  // Shows a place on the left; returns whether there is one.
  const show = (anchor, text) => {
    if (!anchor) return false;
    const place = parse(anchor);
    if (place.id) {
      const e = document.getElementById(place.id);
      if (!e) return false;
      e.classList.add("lit");
      lightWords(e, text);
      e.scrollIntoView({ block: "center", inline: "nearest" });
      return true;
    }
    const page = document.getElementById("page" + place.page);
    if (!page) return false;
    const mark = document.createElement("div");
    const w = Number(page.dataset.w), h = Number(page.dataset.h), edge = 2; // points around the box
    mark.className = "mark";
    mark.style.left = ((place.x0 - edge) / w) * 100 + "%";
    mark.style.top = ((place.y0 - edge) / h) * 100 + "%";
    mark.style.width = ((place.x1 - place.x0 + 2 * edge) / w) * 100 + "%";
    mark.style.height = ((place.y1 - place.y0 + 2 * edge) / h) * 100 + "%";
    page.querySelector(".sheet").append(mark);
    page.scrollIntoView({ block: "nearest" });
    mark.scrollIntoView({ block: "center", inline: "nearest" });
    return true;
  };

  // Details ------------------------------------------------------------------------

  const colon = document.documentElement.lang === "fr" ? "\u00a0: " : ": ";
  const line = (text, tag = "p") => {
    const e = document.createElement(tag);
    e.textContent = text;
    return e;
  };

  // Says what was printed for a cell and why it changed.
  const explain = (cell) => {
    const head = cell.closest(".grid").querySelectorAll("[role=columnheader]");
    const column = head[[...cell.parentNode.children].indexOf(cell)];
    told.replaceChildren(line(column.textContent + colon + (cell.textContent || "–"), "strong"));
    if (cell.dataset.p !== undefined) told.append(line(detail.dataset.printed + colon + cell.dataset.p));
    else if (column.classList.contains("derived")) told.append(line(detail.dataset.derived));
    for (const n of (cell.dataset.f || "").split(" ").filter(Boolean)) {
      const card = document.getElementById("f" + n);
      if (card) told.append(line(card.querySelector(".badge").textContent + colon + card.querySelector(".why").textContent));
    }
    detail.hidden = false;
  };

  const lightRow = (row, cell) => {
    row.classList.add("lit");
    if (cell) cell.classList.add("here");
  };

  // From the right to the left -------------------------------------------------------

  const showCell = (cell) => {
    const row = cell.parentNode;
    unlight();
    lightRow(row, cell);
    if (cell.getAttribute("role") === "gridcell") explain(cell);
    if (!show(cell.dataset.a, cell.dataset.p || cell.textContent)) show(row.dataset.a, cell.dataset.p || cell.textContent);
  };

  const showCard = (card) => {
    const button = card.querySelector(".show");
    unlight();
    card.classList.add("current");
    if (card.closest("details")) card.closest("details").open = true;
    detail.hidden = true;
    const row = button.dataset.row && document.getElementById(button.dataset.row);
    if (row) {
      lightRow(row);
      row.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    show(button.dataset.a || (row && row.dataset.a), button.dataset.text);
    card.scrollIntoView({ block: "nearest" });
  };

  read.addEventListener("click", (event) => {
    const button = event.target.closest(".show");
    if (button) return showCard(button.closest(".card"));
    const cell = event.target.closest(".chunk .row > span");
    if (cell) {
      focusCell(cell);
      showCell(cell);
    }
  });

  // From the left to the right -------------------------------------------------------

  const byId = new Map();
  for (const row of rows) {
    for (const e of [...row.children, row]) {
      if (e.dataset.a && !byId.has(e.dataset.a)) byId.set(e.dataset.a, e);
    }
  }

  const found = (e) => {
    const row = e.classList.contains("row") ? e : e.parentNode;
    unlight();
    lightRow(row, e === row ? null : e);
    if (e !== row && e.getAttribute("role") === "gridcell") explain(e);
    show(e.dataset.a, e === row ? "" : e.dataset.p || e.textContent);
    e.scrollIntoView({ block: "center", inline: "nearest" });
  };

  // The smallest box of a page around a point.
  const boxAt = (page, x, y) => {
    let best = null, least = Infinity;
    for (const [anchor, e] of byId) {
      const p = parse(anchor);
      if (p.page !== page || x < p.x0 || x > p.x1 || y < p.y0 || y > p.y1) continue;
      const size = (p.x1 - p.x0) * (p.y1 - p.y0);
      if (size < least) [best, least] = [e, size];
    }
    return best;
  };

  printed.addEventListener("click", (event) => {
    const sheet = event.target.closest(".sheet");
    if (sheet) {
      const page = sheet.parentNode, r = sheet.getBoundingClientRect();
      const x = ((event.clientX - r.left) / r.width) * Number(page.dataset.w);
      const y = ((event.clientY - r.top) / r.height) * Number(page.dataset.h);
      const e = boxAt(Number(page.id.slice(4)), x, y);
      if (e) found(e);
      return;
    }
    for (let e = event.target; e && e !== printed; e = e.parentNode) {
      if (e.id && byId.has(e.id)) return found(byId.get(e.id));
    }
  });

  // Keys ---------------------------------------------------------------------------

  // One cell of the page is in the order of tabs; arrows move it.
  let focused = rows.length ? rows[0].children[0] : null;
  if (focused) focused.tabIndex = 0;
  const focusCell = (cell) => {
    if (focused) focused.tabIndex = -1;
    focused = cell;
    cell.tabIndex = 0;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  const moves = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], PageUp: [-20, 0], PageDown: [20, 0] };
  read.addEventListener("keydown", (event) => {
    const cell = event.target.closest(".chunk .row > span");
    if (!cell) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      return showCell(cell);
    }
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const r = Math.min(Math.max(rows.indexOf(cell.parentNode) + move[0], 0), rows.length - 1);
    const c = [...cell.parentNode.children].indexOf(cell) + move[1];
    const next = rows[r].children[Math.min(Math.max(c, 0), rows[r].children.length - 1)];
    focusCell(next);
  });

  let at = -1;
  const looks = [...read.querySelectorAll(".card.look")];
  const step = (by) => {
    if (!looks.length) return;
    at = at < 0 && by < 0 ? looks.length - 1 : (at + by + looks.length) % looks.length;
    showCard(looks[at]);
    looks[at].querySelector(".show").focus({ preventScroll: true });
  };
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") step(1);
    if (event.key === "p") step(-1);
    if (event.key === "r" && focused) focusCell(focused);
    if (event.key === "Escape") putOut();
  });
  const putOut = () => {
    unlight();
    detail.hidden = true;
  };
  document.getElementById("close").addEventListener("click", putOut);

  const routine = document.getElementById("routine");
  if (routine) routine.addEventListener("change", () => read.classList.toggle("routine-too", routine.checked));
})();
