import type { FirstState } from '@guanhu/shared/registry/registry.terms';
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Channel, Role } from '@guanhu/shared/access/access.terms';
import type { ReferralState } from '@guanhu/shared/visits/referral.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import { urlOf, type BodyOf, type ParamsOf, type QueryOf, type RefusalBody, type Route, type AnswerOf } from '@guanhu/shared/kernel/route';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { freshDatabase, type TestDatabase } from '../../../tools/test-database.mjs';
import { Accounts } from '../access/access.public.ts';
import { createApp } from '../app.ts';
import { Config, type Accounts as AccountsAtWechat } from '../platform/config/config.ts';
import { masterKeyLine } from '../platform/crypto/master-key.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type CountyDatabase } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { createLog, type Log } from '../platform/log/log.ts';
import { Outbox, OutboxHandlers } from '../platform/outbox/outbox.ts';
import { OutboxWorker } from '../platform/outbox/outbox-worker.ts';
import { LOG } from '../platform/platform.module.ts';
import { openMerchant } from '../platform/wechat-pay/open-merchant.ts';
import type { OpenMerchant } from '../platform/ports.ts';
import type { ThreadProgram } from '../platform/threads/thread-queue.ts';
import { Patients } from '../registry/registry.public.ts';
import { ScriptedSms } from './scripted-sms.ts';
import { ScriptedWechat } from './scripted-wechat.ts';
import { TestClock } from './test-clock.ts';
import { threadProgram } from './thread-program.ts';

/** Somebody signed in. */
export type TestPerson = { readonly id: Id; readonly token: string; readonly name: string; readonly phone: string };
/** A patient with the guardian who looks after them. */
export type Ward = { readonly patientId: Id; readonly guardian: TestPerson };
export type TestAnswer<A> = { readonly status: number; readonly body: A; readonly refusal: RefusalBody };

/** A county on a database of its own behind a running server, for tests of rooms. Close it. */
export type TestCounty = Awaited<ReturnType<typeof testCounty>>;

/** Areas every test county has: two townships of two villages each. */
const AREAS = { township: '云坪镇', village: '竹坪村', otherVillage: '柳湾村', otherTownship: '苍岭乡', farVillage: '石栏村' } as const;

type Options = {
  openMerchant?: OpenMerchant;
  accounts?: Partial<AccountsAtWechat>;
  countyId?: number;
  /** Migrated; dropped with the county. */
  database?: TestDatabase;
  log?: Log;
  workbookThread?: ThreadProgram;
};

/** Threads compute as what is written says. */
export const workbookProgram = threadProgram(new URL('../intake/workbook-thread.ts', import.meta.url));
const exchangeProgram = threadProgram(new URL('../exchange/exchange-thread.ts', import.meta.url));
const printProgram = threadProgram(new URL('../platform/print/print-thread.ts', import.meta.url));

export async function testCounty(options: Options = {}) {
  const database = options.database ?? (await freshDatabase());
  const folder = mkdtempSync(join(tmpdir(), 'guanhu-test-'));
  const masterKeyFile = join(folder, 'master.key');
  writeFileSync(masterKeyFile, masterKeyLine(randomBytes(32), true), { mode: 0o600 });
  const config = new Config(
    {
      DATABASE_URL: database.appUrl,
      GUANHU_PORT: 0,
      GUANHU_HOST: '127.0.0.1',
      GUANHU_DATA_DIR: folder,
      GUANHU_MASTER_KEY_FILE: masterKeyFile,
      GUANHU_PROFILE: 'demonstration',
      GUANHU_CONFIG_FILE: '',
      GUANHU_LOG_LEVEL: process.env['GUANHU_LOG_LEVEL'] ?? 'silent',
      GUANHU_POOL: 8,
    },
    { ...testAccounts(), ...options.accounts },
  );
  const clock = new TestClock();
  const wechat = new ScriptedWechat();
  const sms = new ScriptedSms();
  const log = options.log ?? createLog('test', config.logLevel);
  const app = await createApp({
    config,
    clock,
    log,
    wechat,
    sms,
    openMerchant: options.openMerchant ?? (account => openMerchant(account, { now: () => clock.now() })),
    workbookThread: options.workbookThread ?? { program: workbookProgram, limits: { milliseconds: 60_000, megabytes: 512 } },
    exchangeThread: { program: exchangeProgram, limits: { milliseconds: 60_000, megabytes: 512 } },
    printThread: { program: printProgram, limits: { milliseconds: 60_000, megabytes: 512 } },
  });
  await app.listen(0, '127.0.0.1');
  const countyId = options.countyId ?? 1;
  const areas = await seedCounty(app, countyId, '试验县');
  return new County(database, app, await app.getUrl(), countyId, areas, clock, wechat, sms, config);
}

type AreaIds = { readonly county: Id } & { readonly [K in keyof typeof AREAS]: Id };

/** Adds a county with its areas. @returns the areas' ids. */
async function seedCounty(app: NestFastifyApplication, countyId: number, name: string): Promise<AreaIds> {
  const database = app.get(Database);
  const { sql } = database.county(countyId);
  await database.directory('INSERT INTO county (id, area_code, name) VALUES ($1, $2, $3)', [
    countyId,
    `9901${String(countyId).padStart(2, '0')}`,
    name,
  ]);
  const insert = async (kind: string, area: string, code: string, path: readonly Id[]): Promise<Id> => {
    const id = newId();
    await sql(
      `INSERT INTO area (county_id, id, kind, parent_id, path, name, code, from_on) VALUES ($1, $2, $3, $4, $5::uuid[], $6, $7, '2020-01-01')`,
      [countyId, id, kind, path.at(-1) ?? null, [...path, id], area, code],
    );
    return id;
  };
  const county = await insert('county', name, '990101000000', []);
  const township = await insert('township', AREAS.township, '990101001000', [county]);
  const otherTownship = await insert('township', AREAS.otherTownship, '990101002000', [county]);
  return {
    county,
    township,
    otherTownship,
    village: await insert('village', AREAS.village, '990101001001', [county, township]),
    otherVillage: await insert('village', AREAS.otherVillage, '990101001002', [county, township]),
    farVillage: await insert('village', AREAS.farVillage, '990101002001', [county, otherTownship]),
  };
}

class County {
  readonly database: TestDatabase;
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly countyId: number;
  readonly areas: AreaIds;
  readonly clock: TestClock;
  readonly wechat: ScriptedWechat;
  readonly sms: ScriptedSms;
  readonly config: Config;
  readonly #worker: OutboxWorker;
  #phones = 0;

  constructor(
    database: TestDatabase,
    app: NestFastifyApplication,
    url: string,
    countyId: number,
    areas: AreaIds,
    clock: TestClock,
    wechat: ScriptedWechat,
    sms: ScriptedSms,
    config: Config,
  ) {
    this.database = database;
    this.app = app;
    this.url = url;
    this.countyId = countyId;
    this.areas = areas;
    this.clock = clock;
    this.wechat = wechat;
    this.sms = sms;
    this.config = config;
    this.#worker = new OutboxWorker(app.get(Database), app.get(Outbox), app.get(OutboxHandlers), app.get<Log>(LOG));
  }

  /** This county's rows as the server sees them. */
  get rows(): CountyDatabase {
    return this.app.get(Database).county(this.countyId);
  }

  /** A second county on the same database. */
  async neighbour(countyId: number): Promise<County> {
    const areas = await seedCounty(this.app, countyId, '邻县');
    return new County(this.database, this.app, this.url, countyId, areas, this.clock, this.wechat, this.sms, this.config);
  }

  /** A referral that a visit of somebody led to, as far as this. @returns its id */
  async referred({ patientId }: Ward, personId: Id, state: ReferralState): Promise<Id> {
    const [visitId, id] = [newId(), newId()];
    await this.rows.sql(
      `INSERT INTO visit (county_id, id, patient_id, person_id, seat, at, on_day, checked_in_at) VALUES ($1, $2, $3, $4, 'doctor', $5, $6, $5)`,
      [this.countyId, visitId, patientId, personId, this.clock.now(), this.clock.today()],
    );
    await this.rows.sql('INSERT INTO referral (county_id, id, patient_id, visit_id, state, sent_at) VALUES ($1, $2, $3, $4, $5, $6)', [
      this.countyId,
      id,
      patientId,
      visitId,
      state,
      this.clock.now(),
    ]);
    return id;
  }

  /** A person, with a post when a role is given, signed in. Names are invented. */
  async person({
    role,
    area = this.areas.township,
    channel = 'phone',
    name,
  }: { role?: Role; area?: Id; channel?: Channel; name?: string } = {}): Promise<TestPerson> {
    const { sql } = this.rows;
    const vault = await this.app.get(Vaults).of(this.countyId);
    const id = newId();
    const number = String(++this.#phones).padStart(4, '0');
    const person = { id, name: name ?? `试${number}`, phone: `1990000${number}` };
    const place = (column: string) => ({ table: 'person', row: id, column });
    await sql(
      `INSERT INTO person (county_id, id, name_sealed, name_digest, phone_sealed, phone_digest, created_at) VALUES ($1, $2, $3, $4, $5, $6, now())`,
      [
        this.countyId,
        id,
        vault.seal(place('name_sealed'), person.name),
        vault.digest('person-name', person.name),
        vault.seal(place('phone_sealed'), person.phone),
        vault.digest('phone', person.phone),
      ],
    );
    if (role) {
      await sql(`INSERT INTO post (county_id, id, person_id, role, area_id, from_on) VALUES ($1, $2, $3, $4, $5, '2020-01-01')`, [
        this.countyId,
        newId(),
        id,
        role,
        area,
      ]);
    }
    return { ...person, token: await this.#signIn(id, channel) };
  }

  /** A patient with a guardian, whose WeChat account is bound when an openid is given. */
  async ward({
    openid,
    guardian,
    village,
    township,
    begins = 'inCare',
  }: { openid?: string; guardian?: TestPerson; village?: Id; township?: Id; begins?: FirstState } = {}): Promise<Ward> {
    const { app, areas, rows } = this;
    const person = guardian ?? (await this.person());
    const patientId = await rows.inTransaction(async tx => {
      const id = await app
        .get(Patients)
        .add(tx, { name: '试甲', state: begins, villageId: village ?? areas.village, townshipId: township ?? areas.township });
      await app.get(Patients).startGuardianship(tx, id, person.id, 'parent');
      if (openid !== undefined) await app.get(Accounts).bind(tx, person.id, openid);
      return id;
    });
    return { patientId, guardian: person };
  }

  /** The same person signed in on another channel. */
  async again(person: TestPerson, channel: Channel): Promise<TestPerson> {
    return { ...person, token: await this.#signIn(person.id, channel) };
  }

  /** One request, through everything that the server does with one but the socket; writes get a fresh idempotency key unless one is given. */
  async call<R extends Route>(
    route: R,
    {
      as,
      params,
      query,
      body,
      key = newId(),
    }: { as?: TestPerson; params?: ParamsOf<R>; query?: QueryOf<R>; body?: BodyOf<R> | object; key?: string } = {},
  ): Promise<TestAnswer<AnswerOf<R>>> {
    const { statusCode, headers, payload } = await this.app.inject({
      method: route.method,
      url: `/api${urlOf(route, params as Record<string, string> | undefined, query as Record<string, string> | undefined)}`,
      headers: {
        ...(as ? { authorization: `Bearer ${as.token}` } : {}),
        ...(route.method === 'GET' ? {} : { 'content-type': 'application/json', 'idempotency-key': key }),
      },
      ...(route.method === 'GET' ? {} : { payload: JSON.stringify(body ?? {}) }),
    });
    // What is no JSON is a file: its bytes are read by whoever tests them.
    const isJson = String(headers['content-type']).includes('json');
    const answer: unknown = isJson ? JSON.parse(payload) : undefined;
    return { status: statusCode, body: answer as AnswerOf<R>, refusal: answer as RefusalBody };
  }

  /** Keeps every promise that is due, also those that keeping one makes. */
  async work(): Promise<void> {
    for (let rounds = 0; rounds < 20; rounds++) if ((await this.#worker.drain()) === 0) return;
    throw new Error('the outbox does not come to rest');
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.app.get(Database).close();
    await this.database.drop();
    rmSync(this.config.dataDir, { recursive: true, force: true });
  }

  async #signIn(personId: Id, channel: Channel): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    await this.rows.sql(
      `INSERT INTO session (county_id, id, person_id, channel, token_digest, opened_at, last_seen_at, expires_at, idle_seconds)
       VALUES ($1, $2, $3, $4, $5, now(), now(), now() + interval '4000 days', 345600000)`,
      [this.countyId, newId(), personId, channel, createHash('sha256').update(secret).digest()],
    );
    return `${String(this.countyId)}.${secret}`;
  }
}

/** A key is slow to make; all counties of a file share it. */
const KEYS = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** Accounts at WeChat that exist nowhere. */
function testAccounts(): AccountsAtWechat {
  const template = (keys: Record<string, string>) => ({ id: `tmpl-${Object.values(keys).join('-')}`, kind: 'once' as const, keys });
  return {
    wechat: {
      apiBase: 'http://127.0.0.1:9',
      appid: 'wx0000000000000001',
      secret: 'test-secret',
      messageToken: 'test-token',
      messageAesKey: randomBytes(32).toString('base64').slice(0, 43),
      miniprogramState: 'formal',
      messagesPerSecond: 1_000,
      templates: {
        medication: template({ what: 'thing1', when: 'time2' }),
        visit: template({ what: 'thing1', when: 'date3' }),
        task: template({ what: 'thing1', when: 'date5' }),
        incident: template({ what: 'thing1', when: 'time4' }),
        payout: template({ what: 'thing1', when: 'time2', note: 'thing3' }),
      },
    },
    merchants: [
      {
        id: '01900000-0000-7000-8000-000000000001',
        payingOffice: 'financeOffice',
        areaCodes: [],
        notifyBase: 'http://127.0.0.1:9',
        account: {
          mchid: '1900000001',
          appid: 'wx0000000000000001',
          serialNo: '7D1C0000000000000000000000000000000000A1',
          privateKeyPem: KEYS.privateKey,
          apiV3Key: randomBytes(16).toString('hex'),
          mode: 'public-key',
          publicKeys: { PUB_KEY_ID_0000000001: KEYS.publicKey },
          publicKeyId: 'PUB_KEY_ID_0000000001',
          transferSceneId: '1002',
          reportInfos: [{ infoType: '补贴类型', infoContent: '监护补贴' }],
          perception: '行政补贴',
          limits: { singleMinFen: 10, singleMaxFen: 20_000_00, perPersonDayFen: 200_000_00, perDayFen: 5_000_000_00 },
          baseUrl: 'http://127.0.0.1:9',
        },
      },
    ],
  };
}
