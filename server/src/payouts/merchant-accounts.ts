import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Inject, Injectable } from '@nestjs/common';
import { Places } from '../access/access.public.ts';
import { Config } from '../platform/config/config.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import { OPEN_MERCHANT, type Merchant, type MerchantAccount, type OpenMerchant } from '../platform/ports.ts';
import {
  pausedAccounts,
  pauseCalls,
  readMerchant,
  readMerchants,
  takeSlots,
  upsertMerchant,
  type MerchantCall,
  type MerchantRow,
} from './merchant.store.ts';
import { Pacer, type Turn } from './pacer.ts';
import { rateOf, type Rate } from './slots.rules.ts';

/** The platform takes 100 creations and 20 cancellations from a merchant in any second. */
const RATES: Readonly<Record<MerchantCall, Rate>> = { create: rateOf(95), query: rateOf(95), cancel: rateOf(19), receipt: rateOf(19) };
/** How long an account without money is left alone before it is tried again. */
const PAUSE_SECONDS = 60;

const sealedIn = (row: Id) => ({ table: 'merchant_account', row, column: 'account_sealed' });

/** What the rest of the room needs to know of an account, without its keys. */
export type OpenAccount = {
  readonly id: Id;
  readonly mchid: string;
  readonly appid: string;
  readonly notifyUrl: string;
  readonly limits: MerchantAccount['limits'];
  readonly callsPerSecond: number | undefined;
  readonly merchant: Merchant;
};
export type PayingOffice = {
  readonly officeId: Id;
  readonly officeName: string;
  readonly areaId: Id;
  readonly merchantAccountId: Id;
  /** The account stands in the configuration; through another nothing new is begun. */
  readonly isOpen: boolean;
};

/** The paying offices' accounts at WeChat Pay: rows of the directory, keys sealed under the master key. */
@Injectable()
export class MerchantAccounts {
  readonly #database: Database;
  readonly #vaults: Vaults;
  readonly #config: Config;
  readonly #places: Places;
  readonly #open: OpenMerchant;
  readonly #pacers = new Map<string, Pacer>();
  readonly #opened = new Map<Id, { readonly digest: string; readonly account: OpenAccount }>();

  constructor(database: Database, vaults: Vaults, config: Config, places: Places, @Inject(OPEN_MERCHANT) open: OpenMerchant) {
    this.#database = database;
    this.#vaults = vaults;
    this.#config = config;
    this.#places = places;
    this.#open = open;
  }

  /**
   * Takes the accounts of the configuration file over into the directory; unchanged ones are left alone. One that is not in the file any more
   * stays there for what is under way.
   * @throws when an account has another merchant or app than before: nothing starts, because what is under way would be paid again
   */
  async upsertFromConfig(): Promise<void> {
    for (const { id, payingOffice, areaCodes, notifyBase, account } of this.#config.accounts.merchants) {
      const content = JSON.stringify(account);
      const isSame = await upsertMerchant(this.#database.directory, {
        id,
        paying_office: payingOffice,
        area_codes: areaCodes,
        mchid: account.mchid,
        appid: account.appid,
        notify_base: notifyBase,
        account_sealed: this.#vaults.sealDirectory(sealedIn(id), content),
        account_digest: this.#vaults.directoryDigest('merchant-account', [payingOffice, areaCodes.join(), notifyBase, content].join('\n')),
      });
      if (!isSame) throw new Error(`merchant account ${id} has another mchid or appid than before: give a new merchant a new id`);
    }
  }

  /** The account opened; it stays open until its row changes. `undefined` when there is none with this id. */
  async find(id: Id): Promise<OpenAccount | undefined> {
    const row = await readMerchant(this.#database.directory, id);
    if (!row) return undefined;
    const digest = row.account_digest.toString('hex');
    const known = this.#opened.get(id);
    if (known?.digest === digest) return known.account;
    const content = JSON.parse(this.#vaults.openDirectory(sealedIn(id), row.account_sealed)) as MerchantAccount;
    const account = {
      id,
      mchid: row.mchid,
      appid: row.appid,
      notifyUrl: `${row.notify_base}/callbacks/wechat-pay/${id}`,
      limits: content.limits,
      callsPerSecond: content.callsPerSecond,
      merchant: this.#open(content),
    };
    this.#opened.set(id, { digest, account });
    return account;
  }

  /** The account of a batch. @throws Refusal PAYING_OFFICE_MISSING when it was taken away */
  async get(id: Id): Promise<OpenAccount> {
    const account = await this.find(id);
    if (!account) throw new Refusal('PAYING_OFFICE_MISSING');
    return account;
  }

  /**
   * The offices of these areas that pay, with the account each pays through: its township's own, or the one of all others. An account that was
   * taken out of the configuration is given only where there is no other: its office still has its books.
   */
  async officesIn(reader: Reader, areaIds: readonly Id[]): Promise<PayingOffice[]> {
    const merchants = await readMerchants(this.#database.directory);
    const configured = new Set(this.#config.accounts.merchants.map(each => each.id));
    const inside = new Set(await this.#places.within(reader, areaIds));
    const { rows } = await this.#places.organisations(reader);
    const codes = new Map((await this.#places.areas(reader)).rows.map(area => [area.areaId, area.code]));
    return rows.flatMap(office => {
      const fitting = merchants.filter(each => each.paying_office === office.kind);
      const code = codes.get(office.areaId) ?? '';
      const account =
        accountFor(
          fitting.filter(each => configured.has(each.id)),
          code,
        ) ?? accountFor(fitting, code);
      if (!account || !inside.has(office.areaId)) return [];
      const { organisationId: officeId, name: officeName, areaId } = office;
      return [{ officeId, officeName, areaId, merchantAccountId: account.id, isOpen: configured.has(account.id) }];
    });
  }

  /**
   * Waits for a turn among the merchant's calls of this kind, some seconds at most. @returns what is to be called when the answer has come;
   * `undefined` when there is no turn in that time
   */
  turn(account: OpenAccount, call: MerchantCall): Promise<Turn | undefined> {
    const key = `${account.id}:${call}`;
    let pacer = this.#pacers.get(key);
    if (!pacer) {
      const rate = account.callsPerSecond === undefined ? RATES[call] : rateOf(account.callsPerSecond);
      pacer = new Pacer(rate, (many, over) => takeSlots(this.#database.directory, account.id, call, rate, { many, over }));
      this.#pacers.set(key, pacer);
    }
    return pacer.turn();
  }

  /** Makes a call at its turn. @returns `undefined` when there is none in time */
  async atTurn<Answer>(account: OpenAccount, call: MerchantCall, ask: () => Promise<Answer>): Promise<Answer | undefined> {
    const answered = await this.turn(account, call);
    if (!answered) return undefined;
    try {
      return await ask();
    } finally {
      answered();
    }
  }

  /** The account lacks money: nothing more is created for a while, by anybody. @returns since when it lacks some; `undefined` while it is paused already */
  pause(account: OpenAccount): Promise<Date | undefined> {
    return pauseCalls(this.#database.directory, account.id, 'create', PAUSE_SECONDS);
  }

  /** Accounts that wait for money. */
  async paused(): Promise<ReadonlySet<Id>> {
    return new Set((await pausedAccounts(this.#database.directory)).map(row => row.merchant_account_id));
  }
}

const accountFor = (fitting: readonly MerchantRow[], areaCode: string): MerchantRow | undefined =>
  fitting.find(each => each.area_codes.includes(areaCode)) ?? fitting.find(each => each.area_codes.length === 0);
