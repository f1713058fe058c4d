"""JavaScript that checks a page from inside the browser."""

# What makes the page wider than the window, if it is: parts that reach beyond it and do not scroll by themselves.
SIDEWAYS = """() => {
  const root = document.documentElement, limit = root.clientWidth;
  if (root.scrollWidth <= Math.max(limit, innerWidth)) return [];
  const scrolls = element => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
      if (getComputedStyle(at).overflowX !== 'visible') return true;
    return false;
  };
  const name = element => element.tagName.toLowerCase() + (element.className ? '.' + [...element.classList].join('.') : '');
  const wide = [...document.body.querySelectorAll('*')]
    .filter(element => element.getBoundingClientRect().right > limit + 1 && !scrolls(element));
  return [`the page is ${root.scrollWidth} px wide: ${[...new Set(wide.map(name))].slice(0, 6).join(', ')}`];
}"""

# Links of menus and all controls, with the labels around them, are at least 44 px high and wide; links inside a sentence are
# exempt.
SMALL_TARGETS = """() => {
  const inSentence = link => {
    if (getComputedStyle(link).display !== 'inline') return false;
    const rest = link.parentElement.cloneNode(true);
    rest.querySelectorAll('a').forEach(other => other.remove());
    return rest.textContent.trim() !== '';
  };
  return [...document.querySelectorAll('nav a, header a, footer a, a.button, button, select, input, summary')]
    .filter(element => !element.matches('.skip, [type=hidden]') && element.getClientRects().length && !inSentence(element))
    .map(element => [element, (element.closest('label') || element).getBoundingClientRect()])
    .filter(([element, box]) => box.width > 1 && (box.height < 43.5 || box.width < 43.5))
    .map(([element, box]) =>
      `"${(element.textContent || element.name).trim().slice(0, 30)}"` +
      ` is ${box.width.toFixed(1)} × ${box.height.toFixed(1)} px`);
}"""

# The spacing of WCAG 2.2, criterion 1.4.12.
SPACE_TEXT = """() => {
  const style = document.createElement('style');
  style.id = 'probe';
  style.textContent = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }' +
    ' p { margin-bottom: 2em !important }';
  document.head.append(style);
}"""

DOUBLE_TEXT = """() => {
  const style = document.createElement('style');
  style.id = 'probe';
  style.textContent = ':root { font-size: 200% !important }';
  document.head.append(style);
}"""

UNFOLD = """() => document.querySelectorAll('details:not([open])').forEach(part => {
  part.open = true;
  part.classList.add('probe-unfolded');
})"""

FOLD = """() => document.querySelectorAll('.probe-unfolded').forEach(part => {
  part.open = false;
  part.classList.remove('probe-unfolded');
})"""

RESTORE_TEXT = "() => document.getElementById('probe').remove()"

# Adds up how far parts of the page move by themselves while it loads (Cumulative Layout Shift). Runs before the page does.
WATCH_SHIFTS = """() => {
  window.shifts = [];
  new PerformanceObserver(list => list.getEntries().forEach(entry => window.shifts.push([entry.value,
    entry.sources.map(source => source.node?.outerHTML?.slice(0, 60) ?? '').join(' ')])))
    .observe({ type: 'layout-shift', buffered: true });
}"""

# What has the focus, and whether a person can see it; null when the focus has left the page.
FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const problems = [], style = getComputedStyle(element), box = element.getBoundingClientRect();
  const drawn = colour => !/^(transparent|rgba\\(.*, 0\\))$/.test(colour);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && drawn(style.outlineColor);
  if (!outlined) problems.push(`no outline of 2 px or more shows the focus (${style.outline})`);
  if (box.width < 2 || box.height < 2) problems.push('has the focus and no size');
  if (box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth)
    problems.push('has the focus outside of the window');
  else {
    const x = Math.min(Math.max(box.left + Math.min(box.width, 20) / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
    const above = element.getClientRects().length === 1 ? document.elementFromPoint(x, y) : null;
    if (above && !element.contains(above) && !above.contains(element))
      problems.push(`is covered by <${above.tagName.toLowerCase()}>`);
  }
  const label = (element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 30);
  return { name: `<${element.tagName.toLowerCase()}> "${label}"`, href: element.getAttribute('href') || '', problems };
}"""
