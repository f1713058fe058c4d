"use strict";
// Follows a build that is running, and shows what it has done when it is complete.
(() => {
  const state = document.getElementById("state");
  const bar = document.getElementById("bar");
  if (!state) return;
  const pause = 400;

  async function follow() {
    try {
      const answer = await fetch("/desk/publish/state");
      const found = await answer.json();
      if (!found.running) {
        location.reload();
        return;
      }
      if (found.total) {
        bar.max = found.total;
        bar.value = found.done;
      }
      state.textContent = found.text;
    } catch {
      // The desk has ended. The page still offers to look again.
      return;
    }
    setTimeout(follow, pause);
  }

  setTimeout(follow, pause);
})();
