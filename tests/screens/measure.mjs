/** Of a phone, where everything is tapped with a finger, and the platform's bar belongs to the page. */
export const ON_A_PHONE = {
  tappable: '.gh-button, .gh-item:has(.gh-item__go), .gh-chip, .gh-tile, .gh-tabs__tab, .gh-call',
  ground: '.gh-page, #taro-navigation-bar',
  smallest: 44,
};
/** Of the desk, which is worked with a mouse and a keyboard. */
export const AT_A_DESK = {
  tappable: 'button, a[href], input, .ant-select-selector, [role=tab]',
  ground: '#root, .ant-modal-root',
  smallest: 0,
};

/**
 * What a screen shows that it should not. Runs inside the page, so it stands alone.
 *
 * @param {{ tappable: string, ground: string, smallest: number }} what  `tappable`: what answers to a finger or a mouse; `ground`: what
 *   the page is drawn on; `smallest`: px of the shorter side of what is tapped, 0 for a screen that is worked with a mouse
 * @returns {string[]} one line a finding
 */
export function faultsOf({ tappable, ground, smallest }) {
  const found = new Set();
  const say = (kind, element, more = '') => {
    const words = (element.innerText ?? '').trim().replace(/\s+/g, ' ').slice(0, 24);
    found.add(`${kind}: <${element.tagName.toLowerCase()} ${element.className?.toString().slice(0, 40) ?? ''}> ${words}${more}`);
  };
  const isShown = element => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth + 1) found.add(`wider than the screen by ${page.scrollWidth - page.clientWidth} px`);

  const roots = [...document.querySelectorAll(ground)].filter(isShown);
  const all = roots.flatMap(root => [...root.querySelectorAll('*')]).filter(isShown);
  for (const element of all) {
    const hasWords = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '');
    if (!hasWords) continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    const isCut =
      element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && overflowX !== 'visible' && overflowX !== 'auto';
    const isLow = element.scrollHeight > element.clientHeight + 2 && element.clientHeight > 0 && overflowY === 'hidden';
    if (isCut || isLow)
      say('cut', element, ` (${element.scrollWidth}×${element.scrollHeight} in ${element.clientWidth}×${element.clientHeight})`);
    const box = element.getBoundingClientRect();
    const holder = element.closest('.ant-table-content, .wide-table, .ant-tabs-nav-wrap, [data-scrolls]');
    if (!holder && box.right > page.clientWidth + 1) say('sticks out to the right', element);
    // A word that is a key and not a word: what a table of Chinese words was not asked for.
    const own = [...element.childNodes]
      .filter(node => node.nodeType === Node.TEXT_NODE)
      .map(node => node.textContent)
      .join(' ');
    if (/\b(undefined|null|NaN|Invalid Date)\b|\[object|\b[a-z]{3,}[A-Z][a-z]+\b|\b[A-Z]{3,}_[A-Z_]+\b/.test(own))
      say('not a word', element);
  }

  const targets = roots.flatMap(root => [...root.querySelectorAll(tappable)]).filter(isShown);
  for (const [index, one] of targets.entries()) {
    const a = one.getBoundingClientRect();
    if (smallest > 0 && Math.min(a.width, a.height) < smallest - 0.5)
      say('small', one, ` (${Math.round(a.width)}×${Math.round(a.height)})`);
    for (const other of targets.slice(index + 1)) {
      if (one.contains(other) || other.contains(one)) continue;
      const b = other.getBoundingClientRect();
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (width < 3 || height < 3) continue;
      // Bars that stay in view lie over what scrolls below them; at the end of the page nothing may be under them.
      const isBar = [one, other].some(each => each.closest('.gh-tabs, .ant-tabs-nav') !== null);
      if (!isBar || page.scrollTop + page.clientHeight >= page.scrollHeight - 2)
        say('overlaps', one, ` with ${(other.innerText ?? other.tagName).trim().slice(0, 16)}`);
    }
  }
  return [...found];
}
