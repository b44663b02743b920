import { readPatient } from '@guanhu/shared/registry/registry.routes';
import type { Page } from 'playwright-core';
import { kindOf, linksOf, moveTo } from '../../screens/desk-links.mjs';
import { AT_A_DESK, faultsOf } from '../../screens/measure.mjs';
import { ask } from '../../support/front-door.ts';
import type { World } from '../world.ts';
import { inLanes } from './lanes.ts';
import { Traffic } from './quiet.ts';

const SIZE = { width: 1280, height: 800 };
const THEMES = ['light', 'dark'] as const;
const LANES = 2;
/** The page of a patient's file, as a kind of page. */
const FILE = '/patients/:id';
/** On a machine that does much else besides. */
const PATIENCE_MS = 20_000;
const OWNERS = ['maker', 'doctor', 'checker', 'administrator', 'releaser', 'others'] as const;

const isOpen = (): boolean => document.querySelector('#content')?.childElementCount !== 0 && document.querySelector('.loading') === null;
const refusalsShown = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('.ant-alert-error')].filter(each => each.checkVisibility()).map(each => each.innerText);

/** Opens every page that a desk leads to, one of each kind; every other one dark, for the next role the others. @returns what is wrong, a line each */
export const lookAtDesks = (world: World): Promise<readonly string[]> => inLanes(OWNERS, LANES, owner => lookAt(world, owner));

async function lookAt(world: World, owner: (typeof OWNERS)[number]): Promise<readonly string[]> {
  const { page } = world.desk(owner);
  const traffic = new Traffic(page);
  await page.setViewportSize(SIZE);
  await page.reload();
  await page.waitForFunction(isOpen);
  const seen = new Set<string>();
  /** The page that first led to an address. */
  const from = new Map<string, string>();
  const faults: string[] = [];
  for (const waiting = await linksOf(page); waiting.length > 0;) {
    const href = waiting.shift() ?? '';
    if (seen.has(kindOf(href))) continue;
    seen.add(kindOf(href));
    const colorScheme = THEMES[(seen.size + OWNERS.indexOf(owner)) % THEMES.length] ?? 'light';
    await page.emulateMedia({ colorScheme });
    const found = await lookAtPage(page, traffic, href).catch((error: unknown) => [String(error).slice(0, 200)]);
    faults.push(...found.map(each => `${kindOf(href)} of ${owner}, ${colorScheme}, from ${from.get(href) ?? 'the start'}: ${each}`));
    const next = await linksOf(page);
    for (const each of next) if (!from.has(each)) from.set(each, kindOf(href));
    waiting.push(...next);
  }
  return [...faults, ...(await closedFiles(world, owner, from))];
}

/** Files that a page leads to and that are not opened to who was led there: only one of them was opened above. */
async function closedFiles(world: World, owner: (typeof OWNERS)[number], from: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const as = await world.desk(owner).token();
  const files = [...from].filter(([href]) => kindOf(href) === FILE);
  const found = files.map(async ([href, page]) => {
    const params = { patientId: /[^/?]+(?=\?|$)/.exec(href)?.[0] ?? '' };
    const isOpen = await ask(world.house.system.serverUrl, readPatient, { as, params }).then(
      () => true,
      () => false,
    );
    return isOpen ? [] : [`a file that ${page} leads ${owner} to is closed to them`];
  });
  return (await Promise.all(found)).flat();
}

async function lookAtPage(page: Page, traffic: Traffic, href: string): Promise<readonly string[]> {
  await moveTo(page, href);
  await traffic.quiet();
  await page.waitForFunction(isOpen, undefined, { timeout: PATIENCE_MS });
  const refusals = await page.evaluate(refusalsShown);
  return [...refusals.map(each => `refused: ${each}`), ...(await page.evaluate(faultsOf, AT_A_DESK))];
}
