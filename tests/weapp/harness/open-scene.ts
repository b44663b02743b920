import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { readMe, signInByPhone } from '@guanhu/shared/access/access.routes';
import { listTodaysTasks } from '@guanhu/shared/agenda/agenda.routes';
import { listIncidents } from '@guanhu/shared/incidents/incidents.routes';
import { addDays, dayOf, mondayOf } from '@guanhu/shared/kernel/calendar-date';
import { readMedicationWeek } from '@guanhu/shared/medication/medication.routes';
import { myPassbook } from '@guanhu/shared/payouts/payouts.routes';
import { listMyMessages } from '@guanhu/shared/reminders/reminders.routes';
import { listWards } from '@guanhu/shared/registry/registry.routes';
import { readNextVisits } from '@guanhu/shared/visits/visits.routes';
import { startChromium } from '../../support/chromium.ts';
import { MiniProgram, phoneScreen } from './mini-program.ts';
import { ScriptedServer } from './scripted-server.ts';

const miniapp = path.resolve('miniapp/dist');
const PHONE = 'one';
const SLOWER = 4;
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const today = dayOf(new Date());
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

const nobody = {
  countyId: 7,
  countyName: '示例县',
  personId: id(1),
  name: '试甲',
  posts: [],
  isGuardian: false,
  isHelper: false,
  templates: {},
};
const post = {
  postId: id(2),
  role: 'gridWorker' as const,
  areaId: id(3),
  areaName: '竹坪村',
  organisationId: null,
  organisationName: null,
  from: today,
  until: null,
  deputyFor: null,
};
/** Who opens it, and the words that show that it can be used. */
const PEOPLE = {
  guardian: { me: { ...nobody, isGuardian: true }, usable: '吃过了' },
  gridWorker: { me: { ...nobody, posts: [post] }, usable: /今天还有 \d+ 件/ },
} as const;
export type Who = keyof typeof PEOPLE;

export type Opening = { readonly ms: number; readonly requests: number; readonly largestPatch: number };

/** Opens the built mini-program with an ordinary day on it: a family with one ward, a grid worker with a hundred tasks. Close it. */
export class OpenScene {
  readonly #browser: Browser;
  readonly #server: ScriptedServer;

  private constructor(browser: Browser, server: ScriptedServer) {
    this.#browser = browser;
    this.#server = server;
  }

  static async begin(): Promise<OpenScene> {
    return new OpenScene(await startChromium(), await ScriptedServer.start());
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
  }

  /** The compiled weapp in both threads, signed in before, opened again after its process had ended. */
  async inHarness(who: Who, times: number): Promise<readonly Opening[]> {
    this.#script(who);
    const context = await this.#browser.newContext(phoneScreen);
    const setting = { server: this.#server.origin, wechat: { origin: this.#server.origin, phoneId: PHONE } };
    const program = await MiniProgram.launch(path.join(miniapp, 'weapp'), context, setting);
    await program.sees(PEOPLE[who].usable, 30_000);
    const openings: Opening[] = [];
    for (let time = 0; time < times; time += 1) {
      const before = program.phone.called('request').length;
      const started = performance.now();
      await program.restart();
      await program.sees(PEOPLE[who].usable, 30_000);
      const ms = performance.now() - started;
      openings.push({ ms, requests: program.phone.called('request').length - before, largestPatch: program.largestPatch });
    }
    await context.close();
    return openings;
  }

  /** The h5 build in Chromium, the processor four times slower. */
  async inBrowser(who: Who, times: number): Promise<readonly Omit<Opening, 'largestPatch'>[]> {
    this.#script(who);
    const openings: Omit<Opening, 'largestPatch'>[] = [];
    for (let time = 0; time < times; time += 1) {
      const context = await this.#browser.newContext(phoneScreen);
      await serveH5(context);
      const session = JSON.stringify({ token: '7.secret', me: PEOPLE[who].me });
      await context.addInitScript(([key, text]) => window.localStorage.setItem(key, text), [`guanhu:${PHONE}:session`, session] as const);
      const page = await context.newPage();
      let requests = 0;
      page.on('request', request => {
        if (new URL(request.url()).pathname.startsWith('/api/')) requests += 1;
      });
      const slow = await context.newCDPSession(page);
      await slow.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      const started = performance.now();
      await page.goto(`${this.#server.origin}/h5/index.html?phone=${PHONE}`);
      await page.getByText(PEOPLE[who].usable).first().waitFor({ timeout: 60_000 });
      openings.push({ ms: performance.now() - started, requests });
      await context.close();
    }
    return openings;
  }

  #script(who: Who): void {
    const { me } = PEOPLE[who];
    const server = this.#server;
    server.when(signInByPhone).answer(() => ({ outcome: 'signed-in', token: '7.secret', me: { ...me, posts: [...me.posts] } }));
    server.when(readMe).answer(() => ({ ...me, posts: [...me.posts] }));
    server
      .when(listWards)
      .answer(() => ({ rows: [{ patientId: id(9), label: '子女', isPrimary: true, state: 'inCare', onBehalfOf: null }] }));
    server.when(myPassbook).answer(() => ({ agreements: [] }));
    server.when(readNextVisits).answer(() => ({ visits: [] }));
    server.when(readMedicationWeek).answer(() => ({
      today,
      monday: mondayOf(today),
      days: Array.from({ length: 7 }, (_, n) => {
        const on = addDays(mondayOf(today), n);
        return { on, state: on > today ? 'future' : 'none', why: null, backfilled: false, answerable: on === today } as const;
      }),
      runsOutOn: null,
      pause: null,
    }));
    server.when(listMyMessages).answer(() => ({
      rows: Array.from({ length: 10 }, (_, n) => ({
        ...{
          messageId: id(500 + n),
          purpose: 'medication',
          what: '家人今天的药吃了吗？请点一下',
          count: 1,
          state: 'sent',
          channel: 'wechat',
        },
        ...{ page: 'pages/today/index', at: `${addDays(today, -n)}T11:00:00Z`, readAt: null, acknowledgedAt: null },
      })),
      next: null,
    }));
    server.when(listIncidents).answer(() => ({ rows: [], next: null }));
    server.when(listTodaysTasks).answer(() => ({
      today,
      rows: Array.from({ length: 100 }, (_, n) => ({
        taskId: id(1000 + n),
        kind: n % 5 === 4 ? ('call' as const) : ('visit' as const),
        reason: n % 5 === 4 ? ('medicationSilence' as const) : null,
        seat: 'gridWorker' as const,
        patientId: id(2000 + n),
        patientName: `试甲${String(n)}`,
        villageName: ['竹坪村', '柳湾村', '石栏村'][n % 3] ?? '',
        dueOn: today,
        timing: n % 4 === 0 ? ('overdue' as const) : ('today' as const),
        overdueDays: n % 4 === 0 ? 1 + (n % 7) : 0,
        attempts: 0,
        causeId: null,
      })),
      next: null,
      doneToday: 3,
    }));
  }
}

/** The built files of the browser's mini-program below the scripted server's own origin. */
const serveH5 = async (context: BrowserContext): Promise<void> => {
  await context.route('**/h5/**', async route => {
    const { pathname } = new URL(route.request().url());
    const file = path.join(miniapp, pathname.replace(/^\//, ''));
    if (existsSync(file)) await route.fulfill({ path: file, contentType: TYPES[path.extname(file)] ?? 'application/octet-stream' });
    else await route.fulfill({ status: 404 });
  });
};
