import type { Page } from 'playwright-core';
import { barriersOf } from '../../screens/barriers.mjs';
import { ON_A_PHONE, faultsOf } from '../../screens/measure.mjs';
import type { World } from '../world.ts';
import { arriveFromAnotherCounty } from './from-another-county.ts';
import { inLanes } from './lanes.ts';
import { addressOf, PHONE_PAGES, PHONES, type Holder } from './phone-pages.ts';
import { pairwise, type Row } from './pairwise.ts';
import { Traffic } from './quiet.ts';
import type { Things } from './things.ts';

const SIZE = { width: 375, height: 667 };
const WAYS = { mode: ['normal', 'care'], theme: ['light', 'dark'] } as const;
const SCALES = { normal: '1', care: '1.4' } as const;
const LANES = 2;
/** On a machine that does much else besides. */
const PATIENCE_MS = 20_000;

/** Whether the page is on top, and says no more that it is loading. Runs inside the page. */
const isOpen = (page: string): boolean => {
  const top = [...document.querySelectorAll('.taro_page')].filter(each => each.checkVisibility()).at(-1);
  return (
    top?.id.replace(/^\//, '').startsWith(page) === true && top.querySelector('.gh-main') !== null && !top.querySelector('.gh-loading')
  );
};
const refusalShown = (): string | undefined =>
  [...document.querySelectorAll<HTMLElement>('.gh-state--error')].find(each => each.checkVisibility())?.innerText;
const heightShown = (): number => Math.max(...[...document.querySelectorAll('.gh-page')].map(each => each.scrollHeight));

/** Opens every page once for each who comes to it, in a pairwise sample of ways. @returns what is wrong, a line each */
export function lookAtPhones(world: World, things: Things): Promise<readonly string[]> {
  const openings = Object.entries(PHONE_PAGES).flatMap(([page, { to }]) => to.map(holder => ({ page, holder })));
  const rows = pairwise(openings, WAYS);
  return inLanes(PHONES, LANES, holder =>
    lookAt(
      world,
      holder,
      things,
      rows.filter(row => row['holder'] === holder),
    ),
  );
}

async function lookAt(world: World, holder: Holder, things: Things, rows: readonly Row[]): Promise<readonly string[]> {
  const { page: phone } = world.phone(holder);
  const start = (mode: 'normal' | 'care') => {
    const url = new URL(phone.url());
    return `${url.origin}${url.pathname}${url.search}&scale=${SCALES[mode]}#/pages/today/index`;
  };
  const options = { viewport: SIZE, isMobile: true, hasTouch: true };
  const page = await world.screens.beside(phone, `every page of ${holder}`, start('normal'), options);
  page.setDefaultTimeout(PATIENCE_MS);
  await arriveFromAnotherCounty(page, world.today, things.townshipId);
  const faults: string[] = [];
  for (const mode of WAYS.mode) {
    if (mode === 'care') await page.goto(start(mode));
    const traffic = new Traffic(page);
    for (const theme of WAYS.theme) {
      await page.emulateMedia({ colorScheme: theme });
      for (const row of rows.filter(each => each['mode'] === mode && each['theme'] === theme)) {
        const name = row['page'] ?? '';
        const found = await lookAtPage(page, traffic, name, things).catch((error: unknown) => [String(error).slice(0, 200)]);
        faults.push(...found.map(each => `${name} of ${holder}, ${mode}, ${theme}: ${each}`));
      }
    }
  }
  await page.context().close();
  return faults;
}

async function lookAtPage(page: Page, traffic: Traffic, name: string, things: Things): Promise<readonly string[]> {
  await page.evaluate(
    hash => {
      location.hash = hash;
    },
    `#/${addressOf(name, things)}`,
  );
  await page.waitForFunction(isOpen, name);
  await traffic.quiet();
  await page.waitForFunction(isOpen, name);
  // The whole page, as somebody sees it who scrolls.
  const height = await page.evaluate(heightShown);
  if (height > (page.viewportSize()?.height ?? 0)) await page.setViewportSize({ ...SIZE, height });
  const refusal = await page.evaluate(refusalShown);
  const faults = await page.evaluate(faultsOf, ON_A_PHONE);
  return [...(refusal === undefined ? [] : [`refused: ${refusal}`]), ...faults, ...(await barriersOf(page))];
}
