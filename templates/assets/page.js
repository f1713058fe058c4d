(function () {
  "use strict";

  const tools = document.querySelector(".page-tools");
  if (!tools) return;

  const status = tools.querySelector("[role=status]");
  const field = tools.querySelector(".address-field");
  const input = field?.querySelector("input");

  /** Returns the address to share: that of a list, the one in the page's metadata, or else the one in the address bar. */
  function address() {
    if (window.knowhowList) return window.knowhowList.address();
    const canonical = document.querySelector("link[rel=canonical]");
    return canonical ? canonical.href : location.href.split("#")[0];
  }

  /** Shows a message that screen readers read even if it is the same as the one before. */
  function tell(message) {
    status.textContent = "";
    setTimeout(() => { status.textContent = message; }, 50);
  }

  /** Shows the address, selected, so that it can be copied by hand. */
  function offer(text) {
    field.hidden = false;
    input.value = text;
    input.focus();
    input.select();
    tell("{{strings.page.address_selected}}");
  }

  async function copy() {
    const text = address();
    try {
      await navigator.clipboard.writeText(text);
      field.hidden = true;
      tell("{{strings.page.address_copied}}");
    } catch {
      offer(text);
    }
  }

  tools.querySelector("[data-copy]")?.addEventListener("click", copy);
  tools.querySelector("[data-print]").addEventListener("click", () => window.print());
  tools.hidden = false;
})();
