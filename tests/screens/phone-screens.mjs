/** Every page that a person can come to on the phone, looked at in each way of drawing it. */
import { join } from 'node:path';
import { barriersOf } from './barriers.mjs';
import { ON_A_PHONE, faultsOf } from './measure.mjs';

const SIZE = { width: 375, height: 667 };
/** Ways of drawing: the mini-program's own large type, the phone's colours, and another language, which stays once it is chosen: the last. */
export const LOOKS = [
  { name: 'normal', scale: '1', colorScheme: 'light' },
  { name: 'care', scale: '1.4', colorScheme: 'light' },
  { name: 'dark', scale: '1', colorScheme: 'dark' },
  // The longest words in the largest type.
  { name: 'english', scale: '1.4', colorScheme: 'light', language: 'English' },
];
const TABS = ['今天', '协议', '服务对象', '我的'];
/** What leads to another page when it is tapped, and writes nothing by itself. */
const DOORS = '.gh-item:has(.gh-item__go)';
const DOOR_BUTTONS = /有情况，要帮忙|签到，记随访|扫码确认|说说情况|看看|填|记打针|记领药|补记|以前的|查看|去/;
/** What asks WeChat or ends the session instead. */
const NO_DOOR = /接收|写进手机日历|^退出|打电话/;
const MOST_PAGES = 40;
const SETTLE_MS = 450;

const pathOf = url => (new URL(url).hash.replace(/^#\/?/, '') || 'pages/today/index').split('?')[0];

/**
 * @param {import('playwright-core').Browser} browser
 * @param {{ simulatorUrl: string, phoneId: string, name: string, directory: string, looks: string[], say: (line: string) => void }} options
 * @returns {Promise<{ screens: number, faults: string[] }>}
 */
export async function lookAtPhone(browser, { simulatorUrl, phoneId, name, directory, looks, say }) {
  const address = scale => `${simulatorUrl}/h5/index.html?phone=${phoneId}&scale=${scale}`;
  const context = await browser.newContext({
    viewport: SIZE,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const faults = [];
  let screens = 0;
  try {
    const page = await context.newPage();
    page.on('pageerror', error => faults.push(`${name}: error on the page: ${error.message}`));
    await page.goto(address('1'));
    await page.locator('.gh-main').first().waitFor({ timeout: 20_000 });
    await settle(page);
    const hashes = await allPages(page, address('1'));
    say(`${name}: ${hashes.length} pages`);
    for (const look of LOOKS.filter(each => looks.includes(each.name))) {
      await page.emulateMedia({ colorScheme: look.colorScheme });
      if (look.language) await choose(page, address('1'), look.language);
      for (const hash of hashes) {
        await page.goto('about:blank');
        await page.goto(`${address(look.scale)}${hash}`);
        await page.locator('.gh-main').first().waitFor({ timeout: 20_000 });
        await settle(page);
        const what = pathOf(page.url())
          .replaceAll('/', '-')
          .replace(/^(pages|packages)-/, '')
          .replace(/-index$/, '');
        const label = `${name}-${look.name}-${what}`;
        const height = await page.evaluate(() =>
          Math.max(...[...document.querySelectorAll('.gh-page')].map(each => each.scrollHeight), 667),
        );
        await page.setViewportSize({ ...SIZE, height: Math.min(Math.max(height, SIZE.height), 4_000) });
        await page.screenshot({ path: join(directory, `${label}.png`), animations: 'disabled' });
        for (const fault of await page.evaluate(faultsOf, ON_A_PHONE)) faults.push(`${label}: ${fault}`);
        for (const barrier of await barriersOf(page)) faults.push(`${label}: ${barrier}`);
        await page.setViewportSize(SIZE);
        screens += 1;
      }
    }
  } finally {
    await context.close();
  }
  return { screens, faults };
}

/** The addresses of all kinds of pages that this person can reach by tapping, one of each kind. */
async function allPages(page, address) {
  const found = new Map();
  const waiting = TABS.map(tab => ({ tab }));
  while (waiting.length > 0 && found.size < MOST_PAGES) {
    const next = waiting.shift();
    if (next.tab !== undefined) {
      await page.goto('about:blank');
      await page.goto(address);
      await page.locator('.gh-main').first().waitFor();
      const tab = page.locator('.gh-tabs__tab').filter({ hasText: next.tab }).first();
      if ((await tab.count()) === 0) continue;
      await tab.tap();
      await settle(page);
      next.hash = new URL(page.url()).hash;
    }
    if (found.has(pathOf(`http://x/${next.hash}`))) continue;
    found.set(pathOf(`http://x/${next.hash}`), next.hash);
    for (const hash of await doorsOf(page, address, next.hash)) if (!found.has(pathOf(`http://x/${hash}`))) waiting.push({ hash });
  }
  return [...found.values()];
}

/** Taps every door of a page once and notes where it leads. */
async function doorsOf(page, address, hash) {
  const leads = new Map();
  const open = async () => {
    await page.goto('about:blank');
    await page.goto(`${address}${hash}`);
    await page.locator('.gh-main').first().waitFor();
    await settle(page);
  };
  await open();
  const words = await page.locator(DOORS).filter({ visible: true }).allInnerTexts();
  const buttons = await page.locator('.gh-button').filter({ visible: true }).allInnerTexts();
  const kinds = new Set();
  const doors = [
    ...words.map((text, at) => ({ selector: DOORS, at, text })),
    ...buttons.map((text, at) => ({ selector: '.gh-button', at, text })).filter(({ text }) => DOOR_BUTTONS.test(text)),
  ].filter(({ text }) => !NO_DOOR.test(text));
  for (const { selector, at, text } of doors) {
    // Many rows of one list lead to the same kind of page.
    const kind = selector + text.replace(/[\d年月日:：\s]/g, '').slice(-6);
    if (kinds.has(kind) || kinds.size > 14) continue;
    kinds.add(kind);
    const door = page.locator(selector).filter({ visible: true }).nth(at);
    if ((await door.count()) === 0) continue;
    await door.tap({ timeout: 1_500 }).catch(() => undefined);
    await settle(page);
    const there = new URL(page.url()).hash;
    if (there !== hash && there !== '') {
      if (!leads.has(pathOf(page.url()))) leads.set(pathOf(page.url()), there);
      await open();
    }
  }
  return [...leads.values()];
}

/** Chooses a language where a person does: 我的. The app starts again in it. */
async function choose(page, address, language) {
  await page.goto('about:blank');
  await page.goto(address);
  await page.locator('.gh-tabs__tab').filter({ hasText: '我的' }).first().tap();
  await page.locator('.gh-chip').filter({ hasText: language }).first().tap();
  await settle(page);
}

async function settle(page) {
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
  await page.waitForTimeout(SETTLE_MS);
}
