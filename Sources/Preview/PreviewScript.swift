/// The script that updates a page in the browser. The preview adds it to every page; it is not part of the site.
package enum PreviewScript {
    static let path = ".knowhow/preview.js"
    static let changesPath = ".knowhow/changes"

    /// The line that the preview adds to a page before the end of its body.
    package static let line = Array("<script src=\"/\(path)\" defer></script>\n".utf8)

    /// Adds the line to a page.
    package static func inserted(into page: [UInt8]) -> [UInt8] {
        let end = Array("</body>".utf8)
        var position = page.count
        var index = page.count - end.count
        while index >= 0 {
            if page[index] == end[0], page[index..<index + end.count].elementsEqual(end) {
                position = index
                break
            }
            index -= 1
        }
        return page[..<position] + line + page[position...]
    }

    /// The script. It asks for the next change, and the answer comes when there is one. Then it reloads the page and scrolls to the
    /// same position, or shows the problems over the page.
    static let source = #"""
        "use strict";
        (() => {
          const scrollKey = "knowhow-preview:" + location.pathname;
          const kept = sessionStorage.getItem(scrollKey);
          if (kept !== null) {
            sessionStorage.removeItem(scrollKey);
            addEventListener("load", () => scrollTo(0, Number(kept)));
          }
          let version = -1;

          function element(name, text, style) {
            const made = document.createElement(name);
            if (text) made.textContent = text;
            if (style) made.style.cssText = style;
            return made;
          }

          function show(state) {
            document.getElementById("knowhow-preview")?.remove();
            const problems = state.problems;
            if (problems.length === 0 && !state.failure) return;
            const isError = !state.upToDate;
            const panel = element("details", "", `position:fixed;inset:auto 0 0 0;z-index:2147483647;max-height:60vh;overflow:auto;
              margin:0;padding:.75rem 1rem;border-top:.25rem solid ${isError ? "#b00020" : "#8a6d00"};background:#fff;color:#1a1a1a;
              font:1rem/1.7 system-ui,sans-serif;text-align:left;color-scheme:light`);
            panel.id = "knowhow-preview";
            panel.open = isError;
            panel.lang = state.language;
            panel.setAttribute("role", isError ? "alert" : "status");
            panel.append(element("summary", state.headline, "cursor:pointer;font-weight:700"));
            if (state.failure) panel.append(element("p", state.failure));
            const list = element("ol", "", "margin:.5rem 0 0;padding-left:1.5rem");
            for (const problem of problems) {
              const item = element("li", "", "margin:0 0 .75rem");
              item.append(element("pre", problem, "margin:0;white-space:pre-wrap;overflow-wrap:anywhere;font:.9rem/1.6 ui-monospace,monospace;background:none;color:inherit"));
              list.append(item);
            }
            panel.append(list);
            for (const omission of state.omissions) panel.append(element("p", omission, "margin:.5rem 0 0"));
            document.body.append(panel);
          }

          async function follow() {
            for (;;) {
              try {
                const answer = await fetch(`/.knowhow/changes?since=${version}`, { cache: "no-store" });
                if (!answer.ok) throw new Error(answer.statusText);
                const state = await answer.json();
                if (state.version === version) continue;
                const isFirst = version === -1;
                version = state.version;
                if (!isFirst && state.upToDate) {
                  sessionStorage.setItem(scrollKey, String(scrollY));
                  location.reload();
                  return;
                }
                show(state);
              } catch {
                await new Promise((resolve) => setTimeout(resolve, 500));
              }
            }
          }
          follow();
        })();
        """#
}
