/** Every page that an official can come to at the desk, light and dark. */
import { join } from 'node:path';
import { kindOf, linksOf, moveTo } from './desk-links.mjs';
import { AT_A_DESK, faultsOf } from './measure.mjs';

const SIZE = { width: 1280, height: 800 };
const LOOKS = ['light', 'dark'];
const MOST_PAGES = 80;

/**
 * @param {import('playwright-core').Browser} browser
 * @param {{ serverUrl: string, simulatorUrl: string, phoneId: string, name: string, directory: string, say: (line: string) => void }} options
 * @returns {Promise<{ screens: number, faults: string[] }>}
 */
export async function lookAtDesk(browser, { serverUrl, simulatorUrl, phoneId, name, directory, say }) {
  const context = await browser.newContext({ viewport: SIZE, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const faults = [];
  let screens = 0;
  try {
    const page = await context.newPage();
    page.on('pageerror', error => faults.push(`${name}: error on the page: ${error.message}`));
    await signIn(browser, page, { serverUrl, simulatorUrl, phoneId });
    const found = new Map();
    const waiting = await linksOf(page);
    const look = async label => {
      for (const colorScheme of LOOKS) {
        await page.emulateMedia({ colorScheme });
        const height = await page.evaluate(() =>
          Math.max(...[...document.querySelectorAll('main, .list, .places')].map(each => each.scrollHeight), 800),
        );
        for (const fault of colorScheme === 'light' ? await page.evaluate(faultsOf, AT_A_DESK) : []) faults.push(`${label}: ${fault}`);
        await page.setViewportSize({ ...SIZE, height: Math.min(height, 3_000) });
        await page.waitForTimeout(60);
        await page.screenshot({ path: join(directory, `${label}-${colorScheme}.png`), animations: 'disabled' });
        await page.setViewportSize(SIZE);
        screens += 1;
      }
    };
    while (waiting.length > 0 && found.size < MOST_PAGES) {
      const href = waiting.shift();
      if (found.has(kindOf(href))) continue;
      found.set(kindOf(href), href);
      await go(page, href);
      const label = `${name}-desk${kindOf(href)
        .replaceAll(/[/?&=:]+/g, '-')
        .replace(/-$/, '')}`;
      const tabs = await page.locator('.page-tabs > .ant-tabs-nav [role=tab]').count();
      if (tabs === 0) await look(label);
      for (let at = 0; at < tabs; at += 1) {
        const tab = page.locator('.page-tabs > .ant-tabs-nav [role=tab]').nth(at);
        const words = await tab.innerText();
        await tab.click();
        await settle(page);
        await look(`${label}-${at}${words}`);
      }
      waiting.push(...(await linksOf(page)).filter(each => !found.has(kindOf(each))));
    }
    say(`${name}: ${found.size} kinds of pages at the desk`);
  } finally {
    await context.close();
  }
  return { screens, faults };
}

/** As an official does it: the desk shows a code, the phone agrees. */
async function signIn(browser, page, { serverUrl, simulatorUrl, phoneId }) {
  const token = await phoneToken(browser, simulatorUrl, phoneId);
  await page.goto(serverUrl);
  const code = (await page.getByLabel('确认码').innerText()).trim();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
  const answer = await fetch(`${serverUrl}/api/desk/tickets/${code}/approve`, { method: 'POST', headers, body: '{}' });
  if (!answer.ok) throw new Error(`${phoneId} could not sign in at the desk: ${answer.status} ${await answer.text()}`);
  await page.getByRole('navigation', { name: '办事栏目' }).waitFor();
  await settle(page);
}

async function phoneToken(browser, simulatorUrl, phoneId) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${simulatorUrl}/h5/index.html?phone=${phoneId}`);
    await page.locator('.gh-main').first().waitFor();
    const kept = await page.waitForFunction(id => localStorage.getItem(`guanhu:${id}:session`), phoneId, { timeout: 15_000 });
    return JSON.parse(await kept.jsonValue()).token;
  } finally {
    await context.close();
  }
}

async function go(page, href) {
  await moveTo(page, href);
  await settle(page);
}

async function settle(page) {
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
  await page.waitForTimeout(250);
}
