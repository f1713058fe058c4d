"use strict";
// What the scripts of several pages share: elements, problems as they are shown, and how many there are.
window.knowhowDesk = (() => {
  function element(name, text, className) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  // A problem with its suggestions and, where there is a fix, the button for it. `place` is an element that says where it is, or null.
  function problemLine(problem, place) {
    const line = element("p", "", problem.error ? "problem is-error" : "problem");
    line.append(element("b", problem.error ? "{{strings.files.error}}" : "{{strings.files.warning}}"));
    const said = element("span", "", "said");
    if (place) said.append(place);
    said.append(problem.text);
    if (problem.suggestions.length) {
      const meant = element("span", "{{strings.files.meant}}", "meant");
      for (const word of problem.suggestions) meant.append(element("span", word));
      said.append(meant);
    }
    line.append(said);
    if (problem.fix) {
      const button = element("button", "{{strings.writing.fix}}", "quiet fix");
      button.type = "submit";
      button.name = "fix";
      button.value = problem.fix;
      line.append(button);
    }
    return line;
  }

  // How many problems there are, as elements.
  function problemCounts(errors, warnings) {
    const counts = [];
    if (errors) counts.push(element("span", `{{strings.overview.error_count errors=errors}}`, "is-error"));
    if (warnings) counts.push(element("span", `{{strings.overview.warning_count warnings=warnings}}`, "is-warning"));
    return counts;
  }

  return { element, problemLine, problemCounts };
})();
