/** How a script moves about the desk: by the links that an official has. */

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

/** Two addresses that differ by whom they are about are one kind of page. @param {string} href */
export const kindOf = href =>
  href
    .replace(/[?&]tab=[^&]*/, '')
    .replace(ID, ':id')
    .replace(/=[^&]*/g, '=');

/** Addresses that the page leads to, in the order on the screen. @param {import('playwright-core').Page} page */
export const linksOf = page =>
  page.evaluate(() =>
    [...document.querySelectorAll('a[href]')]
      .map(each => each.getAttribute('href'))
      .filter(href => href.startsWith('/') && !href.startsWith('//')),
  );

/** Another address within the desk, without losing the session. @param {import('playwright-core').Page} page @param {string} href */
export const moveTo = (page, href) =>
  page.evaluate(to => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, href);
