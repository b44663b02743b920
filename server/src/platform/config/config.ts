import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Template = z.object({ id: z.string(), kind: z.enum(['once', 'long-term']), keys: z.record(z.string(), z.string()) });

/** A merchant account at WeChat Pay, as data of the office whose money it pays out. */
const Merchant = z.object({
  id: z.uuid(),
  /** Offices of this kind pay through the account. */
  payingOffice: z.string(),
  /** Of these townships only, by area code; without any: of all that have no account of their own. */
  areaCodes: z.array(z.string()).default([]),
  /** Public address of our callbacks, without a path. */
  notifyBase: z.url(),
  account: z.object({
    mchid: z.string(),
    appid: z.string(),
    serialNo: z.string(),
    privateKeyPem: z.string(),
    apiV3Key: z.string(),
    mode: z.enum(['public-key', 'certificates', 'switching']),
    publicKeys: z.record(z.string(), z.string()),
    publicKeyId: z.string().nullable(),
    transferSceneId: z.string(),
    reportInfos: z.array(z.object({ infoType: z.string(), infoContent: z.string() })),
    perception: z.string().nullable(),
    limits: z.object({ singleMinFen: z.int(), singleMaxFen: z.int(), perPersonDayFen: z.int(), perDayFen: z.int() }),
    callsPerSecond: z.number().positive().optional(),
    baseUrl: z.url(),
  }),
});

/** An account at a vendor of text messages; `vendor` names its protocol. */
const Sms = z.object({
  vendor: z.literal('gateway'),
  base: z.url(),
  account: z.string(),
  secret: z.string(),
  sign: z.string(),
  messagesPerSecond: z.number().positive().default(20),
});

/** What stands in the file named by GUANHU_CONFIG_FILE: the accounts at WeChat. Every base address is configuration. */
const Accounts = z.object({
  wechat: z.object({
    apiBase: z.url(),
    appid: z.string(),
    secret: z.string(),
    messageToken: z.string(),
    messageAesKey: z.string(),
    miniprogramState: z.enum(['formal', 'trial', 'developer']).default('formal'),
    /** Template of each purpose; keys map our values (thing, time, …) to the template's own keys. */
    templates: z.record(z.string(), Template),
    /** The platform's quota as we keep it, over all processes. */
    messagesPerSecond: z.number().positive().default(100),
  }),
  sms: Sms.optional(),
  merchants: z.array(Merchant),
});

const Environment = z.object({
  DATABASE_URL: z.string(),
  GUANHU_PORT: z.coerce.number().int().min(0).max(65535).default(7300),
  GUANHU_HOST: z.string().default('127.0.0.1'),
  GUANHU_DATA_DIR: z.string().default('.data'),
  GUANHU_MASTER_KEY_FILE: z.string(),
  GUANHU_PROFILE: z.enum(['demonstration', 'production']).default('production'),
  GUANHU_CONFIG_FILE: z.string(),
  GUANHU_DESK_DIR: z.string().optional(),
  GUANHU_LOG_LEVEL: z.string().default('info'),
  GUANHU_POOL: z.coerce.number().int().min(1).max(200).default(16),
});

export type Accounts = z.infer<typeof Accounts>;
export type TemplateConfig = z.infer<typeof Template>;
export type SmsConfig = z.infer<typeof Sms>;
export type MerchantConfig = z.infer<typeof Merchant>;

/** Everything a process is told from outside. */
export class Config {
  readonly databaseUrl: string;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly masterKeyFile: string;
  readonly profile: 'demonstration' | 'production';
  /** Where the built desk lies; without it the server serves only the API. */
  readonly deskDir: string | undefined;
  readonly logLevel: string;
  readonly poolSize: number;
  readonly accounts: Accounts;

  constructor(environment: z.infer<typeof Environment>, accounts: Accounts) {
    this.databaseUrl = environment.DATABASE_URL;
    this.port = environment.GUANHU_PORT;
    this.host = environment.GUANHU_HOST;
    this.dataDir = environment.GUANHU_DATA_DIR;
    this.masterKeyFile = environment.GUANHU_MASTER_KEY_FILE;
    this.profile = environment.GUANHU_PROFILE;
    this.deskDir = environment.GUANHU_DESK_DIR;
    this.logLevel = environment.GUANHU_LOG_LEVEL;
    this.poolSize = environment.GUANHU_POOL;
    this.accounts = accounts;
  }

  /** Reads the environment and the accounts file. @throws when something is missing or has the wrong shape; the message names the setting, not its value. */
  static read(environment: NodeJS.ProcessEnv = process.env): Config {
    const told = Environment.parse(environment);
    const accounts = Accounts.parse(JSON.parse(readFileSync(told.GUANHU_CONFIG_FILE, 'utf8')));
    return new Config(told, accounts);
  }

  /** Folder outside the database that receives the signed heads of the audit chains. */
  get chainHeadDir(): string {
    return join(this.dataDir, 'chain-heads');
  }
}
