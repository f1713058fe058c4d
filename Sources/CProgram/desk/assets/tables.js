"use strict";
// What the pages for tables do beyond forms: files that are dropped anywhere, their size before they are sent, and how many cases are chosen.
(() => {
  const send = document.getElementById("send");
  if (send) {
    const file = document.getElementById("file");
    const said = document.getElementById("file-said");
    const megabytes = Math.round(Number(send.dataset.limit) / 1048576);

    function checkSize() {
      const size = [...file.files].reduce((sum, item) => sum + item.size, 0);
      // Besides the files, the form has the names of its fields.
      const isLarge = size > Number(send.dataset.limit) - 8192;
      file.setCustomValidity(isLarge ? `{{strings.tables.too_large_file limit=megabytes}}` : "");
      said.textContent = file.validationMessage && isLarge ? file.validationMessage : "";
      return !isLarge;
    }

    file.addEventListener("change", checkSize);
    addEventListener("dragover", (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      send.classList.add("is-over");
    });
    addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) send.classList.remove("is-over");
    });
    addEventListener("drop", (event) => {
      send.classList.remove("is-over");
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      file.files = event.dataTransfer.files;
      if (checkSize()) send.requestSubmit();
    });
  }

  const review = document.getElementById("review");
  if (review) {
    const boxes = [...review.querySelectorAll("[name=take]")];
    const said = document.getElementById("chosen");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";

    function show() {
      const chosen = boxes.filter((box) => box.checked).length;
      const total = boxes.length;
      said.textContent = `{{strings.tables.chosen chosen=chosen total=total}}`;
      button.textContent = chosen ? "{{strings.tables.choose_none}}" : "{{strings.tables.choose_all}}";
    }

    button.addEventListener("click", () => {
      const isAny = boxes.some((box) => box.checked);
      for (const box of boxes) box.checked = !isAny;
      show();
    });
    review.addEventListener("change", show);
    said.after(button);
    show();
  }
})();
