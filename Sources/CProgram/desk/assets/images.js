"use strict";
// Images for texts: chosen with the button of a text, dropped on it or pasted into it. The server decides what a file is; a smaller copy is
// made here. A text asks for the dialog with the event `desk-image`.
(() => {
  const dialog = document.getElementById("image-dialog");
  if (!dialog) return;
  const part = (name) => document.getElementById(`image-${name}`);
  const [file, path, view, said, smallerPart, smallerBox, text, error, insertButton] = [
    "file", "path", "view", "said", "smaller-part", "smaller", "text", "error", "insert"].map(part);
  const longest = 20_000_000;
  const side = 2_400;
  const mostBytes = 500_000;
  const caseName = document.getElementById("write")?.dataset.case ?? "";

  let area = null;
  let range = [0, 0];
  // What was chosen and found usable, and a smaller copy of it.
  let chosen = null;
  let smaller = null;
  let waiting = [];
  let turn = 0;
  let looking = null;

  function sayLines(lines) {
    said.replaceChildren(...lines.filter(Boolean).map((line) => {
      const made = document.createElement("p");
      made.textContent = line;
      return made;
    }));
  }

  function fail(message) {
    error.textContent = message;
  }

  async function send(address, blob, name) {
    const data = new FormData();
    data.set("form-token", document.querySelector("input[name='form-token']").value);
    data.set("case", caseName);
    data.set("image", blob, name);
    const answer = await fetch(address, { method: "POST", body: data, headers: { Accept: "application/json" } });
    if (answer.status === 413) return { error: "{{strings.insert.image_too_long}}" };
    return answer.json();
  }

  // The dialog

  function open(asked, files) {
    if (dialog.open) return;
    area = asked;
    range = [area.selectionStart, area.selectionEnd];
    waiting = [...files];
    start();
    dialog.showModal();
    next();
  }

  function start() {
    turn += 1;
    [chosen, smaller] = [null, null];
    [file.value, path.value, text.value] = ["", "", ""];
    [view.hidden, smallerPart.hidden, insertButton.disabled] = [true, true, false];
    text.removeAttribute("aria-invalid");
    sayLines([]);
    fail("");
  }

  // Several files that were dropped are asked about one after the other.
  function next() {
    const first = waiting.shift();
    if (first) take(first);
  }

  function take(given) {
    looking = look(given);
  }

  async function look(given) {
    start();
    // So that the control names the file also if it was dropped.
    const shown = new DataTransfer();
    shown.items.add(given);
    file.files = shown.files;
    const own = turn;
    const name = given.name || "image";
    if (given.size > longest) {
      fail("{{strings.insert.image_too_long}}");
      return;
    }
    sayLines([`{{strings.insert.image_reading name=name}}`]);
    let found = null;
    try {
      found = await send("/desk/images/check", given, name);
    } catch {
      found = { error: "{{strings.insert.image_failed}}" };
    }
    if (own !== turn) return;
    if (found.error) {
      sayLines([]);
      fail(found.error);
      return;
    }
    chosen = { blob: given, name };
    sayLines([`${name}（${found.facts}）`, found.removed]);
    const bitmap = await createImageBitmap(given).catch(() => null);
    if (own !== turn) return;
    if (bitmap) {
      show(bitmap);
      if (found.large && found.still) await offerSmaller(bitmap, found, own);
      bitmap.close();
    }
    if (own !== turn) return;
    if (found.large && !smaller) sayLines([`${name}（${found.facts}）`, "{{strings.insert.image_large}}", found.removed]);
    if (!text.value) text.focus();
  }

  function draw(canvas, bitmap, longestSide) {
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  }

  function show(bitmap) {
    draw(view, bitmap, 320);
    view.hidden = false;
  }

  // The bitmap is upright, whatever the orientation in the metadata says, so the copy needs none.
  async function offerSmaller(bitmap, found, own) {
    const canvas = document.createElement("canvas");
    draw(canvas, bitmap, side);
    const type = found.format === "image/jpeg" ? found.format : "image/webp";
    let blob = null;
    for (const quality of [0.86, 0.78, 0.7, 0.6]) {
      blob = await new Promise((done) => canvas.toBlob(done, type, quality));
      if (!blob || blob.size <= mostBytes) break;
    }
    if (own !== turn || !blob || blob.size >= chosen.blob.size) return;
    smaller = blob;
    const [width, height, size] = [canvas.width, canvas.height, Math.round(blob.size / 1_000)];
    part("smaller-text").textContent = `{{strings.insert.image_smaller width=width height=height size=size}}`;
    smallerBox.checked = true;
    smallerPart.hidden = false;
  }

  file.addEventListener("change", () => {
    const [first, ...others] = file.files;
    if (!first) return;
    waiting = others;
    take(first);
  });
  path.addEventListener("change", () => {
    const value = path.value;
    if (!value) return;
    start();
    path.value = value;
  });
  text.addEventListener("input", () => {
    text.removeAttribute("aria-invalid");
    fail("");
  });

  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (insertButton.disabled) return;
    const own = turn;
    await looking;
    if (own !== turn || insertButton.disabled) return;
    if (!chosen && !path.value) {
      if (!error.textContent) fail("{{strings.insert.image_needs_file}}");
      file.focus();
      return;
    }
    if (!text.value.trim()) {
      fail("{{strings.insert.image_needs_text}}");
      text.setAttribute("aria-invalid", "true");
      text.focus();
      return;
    }
    let [location, told] = [path.value, []];
    if (chosen) {
      insertButton.disabled = true;
      try {
        const isSmaller = smaller && smallerBox.checked;
        const stored = await send("/desk/images", isSmaller ? smaller : chosen.blob, chosen.name);
        if (stored.error) {
          fail(stored.error);
          return;
        }
        [location, told] = [stored.path, stored.said];
      } catch {
        fail("{{strings.insert.image_failed}}");
        return;
      } finally {
        insertButton.disabled = false;
      }
      if (![...path.options].some((option) => option.value === location)) path.append(new Option(location));
    }
    const words = text.value.trim().replace(/\s+/g, " ").replace(/[\[\]\\]/g, "\\$&");
    put(`![${words}](../${location})`);
    tell(told);
    if (waiting.length) {
      range = [area.selectionStart, area.selectionEnd];
      start();
      dialog.showModal();
      next();
    }
  });

  // What the browser itself inserts can be undone.
  function put(markdown) {
    dialog.close();
    area.focus();
    area.setSelectionRange(...range);
    if (!document.execCommand("insertText", false, markdown)) {
      area.setRangeText(markdown, ...range, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  function tell(lines) {
    let box = area.parentElement.querySelector(".image-told");
    if (!box) {
      box = document.createElement("p");
      box.className = "hint image-told";
      box.setAttribute("role", "status");
      area.after(box);
    }
    box.textContent = lines.join(document.documentElement.lang === "ja" ? "" : " ");
  }

  part("cancel").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    turn += 1;
    area?.focus();
    area?.setSelectionRange(...range);
  });

  // The texts

  const target = (event) => event.target.closest?.("[data-images]");

  document.addEventListener("desk-image", (event) => open(event.target, []));
  for (const name of ["dragover", "drop"]) {
    addEventListener(name, (event) => {
      if (!event.dataTransfer?.types.includes("Files") || event.target.matches?.("input[type=file]")) return;
      // A file that misses a text must not replace the page, with everything typed in it.
      event.preventDefault();
      const asked = dialog.open ? null : target(event);
      if (name === "dragover") event.dataTransfer.dropEffect = asked || dialog.open ? "copy" : "none";
      else if (dialog.open) take(event.dataTransfer.files[0]);
      else if (asked) open(asked, event.dataTransfer.files);
    });
  }
  document.addEventListener("paste", (event) => {
    const asked = target(event);
    const files = [...(event.clipboardData?.files ?? [])];
    // Word and Excel offer a picture of a text besides the text.
    if (!asked || !files.length || event.clipboardData.types.includes("text/plain")) return;
    event.preventDefault();
    open(asked, files);
  });
})();
