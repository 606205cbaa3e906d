(function () {
  "use strict";
  const root = document.documentElement;
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const one = (id) => document.getElementById(id);
  const cards = all(".card");
  const back = []; // where Esc returns to: what had the focus before each jump

  // language and theme
  function speak(lang) {
    root.lang = lang;
    document.title = document.querySelector("title").dataset[lang === "en" ? "en" : "zh"];
  }
  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }
  one("lang").addEventListener("click", () => speak(root.lang === "en" ? "zh-CN" : "en"));
  one("theme").addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; });

  // filter: a finding is shown where its severity, certainty and category are all ticked
  function wanted(kind) {
    return new Set(all(`[data-filter="${kind}"]:checked`).map((box) => box.value));
  }
  function filter() {
    const kinds = ["severity", "certainty", "category"].map((kind) => [kind, wanted(kind)]);
    const hidden = new Set();
    cards.forEach((card) => {
      const off = kinds.some(([kind, values]) => !values.has(card.dataset[kind]));
      card.parentElement.hidden = off;
      if (off) { hidden.add(card.id); }
    });
    all("[data-f]").forEach((node) => {
      node.classList.toggle("off", node.dataset.f.split(" ").every((id) => hidden.has(id)));
    });
    all(".filtered").forEach((note) => {
      const own = all(".card", note.previousElementSibling);
      note.hidden = own.length === 0 || own.some((card) => !card.parentElement.hidden);
    });
    const left = cards.length - hidden.size;
    one("shown").textContent = left;
    one("status").textContent = `${left} / ${cards.length}`;
  }
  all("[data-filter]").forEach((box) => box.addEventListener("change", filter));
  [["all", true], ["none", false]].forEach(([id, value]) => {
    if (!one(id)) { return; }
    one(id).addEventListener("click", () => {
      all('[data-filter="category"]').forEach((box) => { box.checked = value; });
      filter();
    });
  });
  document.addEventListener("click", (event) => {
    all(".pick[open]").forEach((pick) => { if (!pick.contains(event.target)) { pick.open = false; } });
  });

  // jumps
  function point(id) {
    all(".current").forEach((node) => node.classList.remove("current"));
    if (!id || !one(id)) { return; }
    one(id).classList.add("current");
    all(`[data-f~="${id}"]`).forEach((node) => node.classList.add("current"));
  }
  function isWide() {
    return matchMedia("(min-width: 861px)").matches;
  }
  function open(target) {
    for (let node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") { node.open = true; }
    }
  }
  function show(target) {
    open(target);
    const inPane = target.closest(".beside") && isWide();
    target.scrollIntoView({ block: target.matches("details, section") ? "start" : inPane ? "nearest" : "center" });
    if (!target.matches("a, article, main, details")) { target.tabIndex = -1; }
    const heading = target.matches("details") ? target.querySelector("summary") : target;
    heading.focus({ preventScroll: true });
    point(target.matches(".card") ? target.id : target.dataset.f || (target.id.match(/^r\d+-f\w+/) || [""])[0]);
  }
  function jump(id, from) {
    const target = one(id);
    if (!target) { return; }
    if (from) { back.push(from); }
    history.pushState(null, "", `#${id}`);
    show(target);
  }
  function destination(node) {
    const link = node.closest('a[href^="#"]');
    if (link) { return link.getAttribute("href").slice(1); }
    const mark = node.closest("mark[data-f]:not(.off)");
    return mark && mark.dataset.f.split(" ").find((id) => one(id) && !one(id).parentElement.hidden);
  }
  document.addEventListener("click", (event) => {
    const id = destination(event.target);
    if (!id) { return; }
    event.preventDefault();
    jump(id, event.target.closest("a, .card") || firstNumber(event.target));
  });
  function firstNumber(mark) {
    return all(".no", mark.parentElement).find((number) => mark.dataset.f.split(" ").includes(number.dataset.f)) || null;
  }
  addEventListener("popstate", () => {
    const target = one(decodeURIComponent(location.hash.slice(1)));
    if (target) { show(target); }
  });
  document.addEventListener("focusin", (event) => {
    const card = event.target.closest(".card");
    if (card) { point(card.id); }
  });

  // keys
  function step(by) {
    const left = cards.filter((card) => !card.parentElement.hidden);
    const opened = left.filter((card) => card.closest(".report").open);
    const seen = opened.length ? opened : left.slice(0, 1);
    if (!seen.length) { return; }
    const at = seen.findIndex((card) => card.classList.contains("current"));
    const next = at < 0 ? (by > 0 ? 0 : seen.length - 1) : Math.min(Math.max(at + by, 0), seen.length - 1);
    const place = one(`${seen[next].id}-e0`);
    if (place && isWide()) { open(place); place.scrollIntoView({ block: "center" }); }
    show(seen[next]);
  }
  function enter(event) {
    const card = event.target.closest(".card");
    const link = card === event.target && card.querySelector(".go, .jump");
    if (link) { event.preventDefault(); jump(link.getAttribute("href").slice(1), card); }
  }
  function escape() {
    const pick = document.querySelector(".pick[open]");
    if (pick) { pick.open = false; pick.firstElementChild.focus(); return; }
    const from = back.pop();
    if (from) { show(from); }
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches('input[type="search"]')) { return; }
    const key = event.key.toLowerCase();
    if (key === "j") { step(1); }
    if (key === "k") { step(-1); }
    if (key === "enter") { enter(event); }
    if (key === "escape") { escape(); }
  });

  // index
  function key(row, column) {
    const cell = row.children[column];
    return cell.dataset.key === undefined ? cell.textContent : Number(cell.dataset.key);
  }
  function sort(header) {
    const up = header.getAttribute("aria-sort") !== "ascending";
    const column = Array.from(header.parentElement.children).indexOf(header);
    const body = header.closest("table").tBodies[0];
    const rows = Array.from(body.rows).sort((left, right) => {
      const a = key(left, column), b = key(right, column);
      const order = typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "zh-CN");
      return up ? order : -order;
    });
    all("th[aria-sort]", header.parentElement).forEach((other) => other.removeAttribute("aria-sort"));
    header.setAttribute("aria-sort", up ? "ascending" : "descending");
    rows.forEach((row) => body.append(row));
  }
  all(".sortable thead button").forEach((button) => button.addEventListener("click", () => sort(button.parentElement)));
  if (one("find")) {
    one("find").addEventListener("input", (event) => {
      const words = event.target.value.trim().toLowerCase();
      all(".sortable tbody tr").forEach((row) => { row.hidden = !row.textContent.toLowerCase().includes(words); });
    });
  }
  if (one("open-all")) {
    one("open-all").addEventListener("click", () => {
      const reports = all(".report"), closed = reports.some((report) => !report.open);
      reports.forEach((report) => { report.open = closed; });
    });
  }
  if (location.hash && one(decodeURIComponent(location.hash.slice(1)))) {
    show(one(decodeURIComponent(location.hash.slice(1))));
  }
})();
