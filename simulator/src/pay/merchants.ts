import type { MerchantConfiguration } from '../configuration.ts';
import type { Context } from '../context.ts';
import { newPlatformCertificate, newWechatPayPublicKey } from '../kernel/keys.ts';
import type { NamedKey, PlatformCertificate } from '../kernel/keys.ts';
import type { Money, WorldData } from '../world.ts';

/** Makes whatever keys and accounts the configuration and the last run did not bring. */
export const furnishMerchants = async (merchants: MerchantConfiguration[], data: WorldData): Promise<void> => {
  const certified = merchants.some(merchant => merchant.keyMode !== 'public-key');
  if (certified && data.certificates.length === 0) data.certificates.push(await newPlatformCertificate(Date.now()));
  for (const merchant of merchants) {
    data.publicKeys[merchant.mchid] =
      merchant.wechatPayPublicKey ?? data.publicKeys[merchant.mchid] ?? (await newWechatPayPublicKey(merchant.mchid));
    data.money[merchant.mchid] ??= { balance: merchant.balance, locked: 0, paid: 0 };
  }
};

/** Merchant accounts: their keys and their money. */
export class Merchants {
  readonly #context: Context;
  #turn = 0;

  constructor(context: Context) {
    this.#context = context;
  }

  find(mchid: string): MerchantConfiguration | null {
    return this.#context.configuration.merchants.find(merchant => merchant.mchid === mchid) ?? null;
  }

  publicKey(mchid: string): NamedKey {
    const key = this.#context.world.data.publicKeys[mchid];
    if (!key) throw new Error(`merchant ${mchid} has no WeChat Pay public key`);
    return key;
  }

  /** Newest last. */
  certificates(): PlatformCertificate[] {
    return this.#context.world.data.certificates;
  }

  /** A second certificate, as the platform issues one long before the first ends. */
  async rotateCertificate(): Promise<PlatformCertificate> {
    const certificate = await newPlatformCertificate(Date.now());
    this.certificates().push(certificate);
    this.#context.world.changed();
    return certificate;
  }

  /** The key pair a `Wechatpay-Serial` of this merchant names, or null. */
  keyBySerial(merchant: MerchantConfiguration, serial: string): NamedKey | null {
    const publicKey = this.publicKey(merchant.mchid);
    if (merchant.keyMode !== 'certificate' && publicKey.id === serial) return publicKey;
    if (merchant.keyMode !== 'public-key') return this.certificates().find(certificate => certificate.id === serial) ?? null;
    return null;
  }

  /** What signs an answer to a request that names no key. */
  usualKey(merchant: MerchantConfiguration): NamedKey {
    const newest = this.certificates().at(-1);
    return merchant.keyMode === 'public-key' || !newest ? this.publicKey(merchant.mchid) : newest;
  }

  /** What signs the next callback: while switching, callbacks are mixed. */
  callbackKey(merchant: MerchantConfiguration): NamedKey {
    if (merchant.keyMode !== 'both') return this.usualKey(merchant);
    this.#turn += 1;
    return this.#turn % 2 === 1 ? this.usualKey(merchant) : this.publicKey(merchant.mchid);
  }

  money(mchid: string): Money {
    const money = this.#context.world.data.money[mchid];
    if (!money) throw new Error(`merchant ${mchid} has no account`);
    return money;
  }

  topUp(mchid: string, fen: number): Money {
    const money = this.money(mchid);
    money.balance += fen;
    this.#context.world.changed();
    return money;
  }
}
