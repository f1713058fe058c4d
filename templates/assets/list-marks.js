// Keeps the reader's own list of cases while the tab is open. Where the browser stores nothing, links within the site carry the list in
// their fragments. What lasts is the address of the list's page.
(function () {
  "use strict";

  if (window.knowhowMarks) return;

  // The most cases on a list.
  const MOST = 50;
  const ID = /^[a-z0-9-]{1,200}$/;
  const CARRIED = /[#&]list=([^&]*)$/;
  const link = document.querySelector("[data-marks]");
  const page = new URL(link.href).pathname;
  const root = page.slice(0, page.lastIndexOf("/") + 1);
  const key = `list ${root}`;
  const isListPage = document.querySelector("[data-own-list]") !== null;
  const status = document.createElement("p");
  const note = document.createElement("p");
  let ids = [];
  let isKept = true;

  // Returns the ids of a list in its written form, each one once.
  function parse(text) {
    return [...new Set(text.split("."))].filter((id) => ID.test(id)).slice(0, MOST);
  }

  function read() {
    try {
      ids = parse(sessionStorage.getItem(key) || "");
    } catch {
      isKept = false;
      ids = parse(isListPage ? location.hash.slice(1) : (CARRIED.exec(location.hash) || [])[1] || "");
    }
  }

  // Returns the fragment of an address with the list.
  function fragment(url) {
    const own = url.hash.replace(CARRIED, "");
    if (url.pathname === page) return ids.length > 0 ? `#${ids.join(".")}` : "";
    return ids.length > 0 ? `${own ? `${own}&` : "#"}list=${ids.join(".")}` : own;
  }

  function set(next) {
    ids = next.slice(0, MOST);
    if (isKept) {
      try {
        if (ids.length > 0) sessionStorage.setItem(key, ids.join("."));
        else sessionStorage.removeItem(key);
      } catch {
        isKept = false;
      }
    }
    // So that the list is still there when the page is loaded again. The list's own page writes its address itself.
    if (!isKept && !isListPage) location.replace(fragment(location) || "#list=");
    show();
  }

  // Shows the number of cases and which ones are on the list.
  function show() {
    link.querySelector("span").textContent = ids.length > 0 ? `{{strings.marks.count count=ids.length}}` : "";
    for (const mark of document.querySelectorAll(".mark-case")) mark.ariaPressed = String(ids.includes(mark.dataset.id));
  }

  // Says something after a mark, and aloud.
  function tell(mark, message) {
    const more = document.createElement("a");
    more.href = link.href;
    more.textContent = `{{strings.marks.see count=ids.length}}`;
    note.replaceChildren(message, ...(ids.length > 0 ? [" ", more] : []));
    (mark.closest(".page-tools ul") || mark).after(note);
    status.textContent = "";
    setTimeout(() => { status.textContent = message; }, 50);
  }

  function toggle(mark) {
    const { id } = mark.dataset;
    if (ids.includes(id)) {
      set(ids.filter((other) => other !== id));
      tell(mark, "{{strings.marks.removed}}");
    } else if (ids.length >= MOST) {
      tell(mark, `{{strings.marks.full most=MOST}}`);
    } else {
      set([...ids, id]);
      tell(mark, isKept
        ? "{{strings.marks.added}}"
        : "{{strings.marks.added_for_now}}");
    }
  }

  // Gives the list to the page to which a link or a form leads.
  function carry({ type, target }) {
    const way = isKept ? null : target.closest(type === "submit" ? "form" : "a[href]");
    if (!way) return;
    const name = type === "submit" ? "action" : "href";
    const url = new URL(way[name]);
    const isOurs = url.protocol === location.protocol && url.host === location.host && url.pathname.startsWith(root);
    const isHere = url.pathname === location.pathname && url.search === location.search && url.hash !== "";
    if (!isOurs || isHere || !/(\.html|\/)$/.test(url.pathname)) return;
    url.hash = fragment(url);
    way[name] = url.href;
  }

  read();
  status.className = "hidden";
  status.setAttribute("role", "status");
  document.querySelector("main").append(status);
  note.className = "mark-note";
  for (const type of ["click", "auxclick", "submit"]) document.addEventListener(type, carry, true);
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted || !isKept) return;
    read();
    show();
  });
  // The browser looks for the whole fragment on the page.
  const anchor = location.hash.replace(CARRIED, "");
  if (!isListPage && anchor !== location.hash) document.getElementById(new URLSearchParams(`id=${anchor.slice(1)}`).get("id"))?.scrollIntoView();
  window.knowhowMarks = { MOST, ID, parse, set, toggle, show, get ids() { return ids; }, get isKept() { return isKept; } };
  show();
})();
