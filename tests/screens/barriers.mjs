/** What a screen puts in the way of people who hear, touch or see it otherwise: by axe-core, as far as a program can find it. */
import axe from 'axe-core';

const GRAVE = ['serious', 'critical'];

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>} one line for each kind of grave barrier, with where it stands first
 */
export async function barriersOf(page) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return violations
    .filter(({ impact }) => GRAVE.includes(impact))
    .map(({ id, help, nodes }) => `${id} (${nodes.length}): ${help}: ${String(nodes[0]?.html).slice(0, 120)}`);
}
