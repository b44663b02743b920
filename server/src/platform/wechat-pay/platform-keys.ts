import type { KeyObject } from 'node:crypto';
import { createPublicKey, X509Certificate } from 'node:crypto';
import type { Dispatcher } from 'undici';
import { asObject, asText, jsonObject } from '../wechat/json-object.ts';
import type { ExchangeLimits } from '../wechat/outgoing-http.ts';
import { exchange } from '../wechat/outgoing-http.ts';
import type { MerchantAccount } from './merchant-account.ts';
import { openSealed } from './sealed-text.ts';
import { verifySignature } from './signature.ts';
import type { SignedRequests } from './signed-requests.ts';

export type PlatformKey = { readonly serial: string; readonly key: KeyObject };

type Certificate = PlatformKey & { readonly validFrom: number; readonly validTo: number };

/** Certificates overlap for days when they change; asking twice a day meets every change. */
const REFRESH_EVERY_MS = 12 * 3_600_000;
/** After an attempt, good or bad: whoever sends us invented serials must not make us ask the platform each time. */
const REFRESH_PAUSE_MS = 60_000;

/**
 * The platform's keys that one merchant trusts: its WeChat Pay public keys, its platform certificates, or both while it switches.
 * Certificates are downloaded when they are first needed, twice a day, and when a signature names one we do not know.
 */
export class PlatformKeys {
  readonly #account: MerchantAccount;
  readonly #requests: SignedRequests;
  readonly #options: { readonly dispatcher: Dispatcher; readonly limits: ExchangeLimits; readonly now: () => Date };
  readonly #publicKeys: ReadonlyMap<string, KeyObject>;
  #certificates: ReadonlyMap<string, Certificate> = new Map();
  #refreshedAt = -Infinity;
  #triedAt = -Infinity;
  #pending: Promise<void> | undefined;

  constructor(
    account: MerchantAccount,
    requests: SignedRequests,
    options: { dispatcher: Dispatcher; limits: ExchangeLimits; now: () => Date },
  ) {
    this.#account = account;
    this.#requests = requests;
    this.#options = options;
    this.#publicKeys = new Map(
      account.mode === 'certificates' ? [] : Object.entries(account.publicKeys).map(([id, pem]) => [id, createPublicKey(pem)]),
    );
  }

  /** The trusted key of that serial. */
  async keyFor(serial: string): Promise<KeyObject | undefined> {
    const publicKey = this.#publicKeys.get(serial);
    if (publicKey || this.#account.mode === 'public-key') return publicKey;
    await this.#refreshIfDue(this.#valid(serial) === undefined);
    return this.#valid(serial)?.key;
  }

  /** The key that requests ask for and that sensitive fields are encrypted with; undefined while none could be had. */
  async current(): Promise<PlatformKey | undefined> {
    const serial = this.#account.publicKeyId;
    const key = serial === null ? undefined : this.#publicKeys.get(serial);
    if (serial !== null && key !== undefined) return { serial, key };
    await this.#refreshIfDue(this.#newest() === undefined);
    return this.#newest();
  }

  #valid(serial: string): Certificate | undefined {
    const now = this.#options.now().getTime();
    const found = this.#certificates.get(serial.toUpperCase());
    return found && found.validFrom <= now && now < found.validTo ? found : undefined;
  }

  #newest(): Certificate | undefined {
    return [...this.#certificates.keys()]
      .flatMap(serial => this.#valid(serial) ?? [])
      .sort((a, b) => b.validFrom - a.validFrom)
      .at(0);
  }

  async #refreshIfDue(isMissing: boolean): Promise<void> {
    const now = this.#options.now().getTime();
    const isDue = (isMissing || now - this.#refreshedAt >= REFRESH_EVERY_MS) && now - this.#triedAt >= REFRESH_PAUSE_MS;
    if (isDue && !this.#pending) {
      this.#triedAt = now;
      this.#pending = this.#download().finally(() => {
        this.#pending = undefined;
      });
    }
    await this.#pending;
  }

  /**
   * The only answer that is opened before its signature is checked, because it brings the key: each certificate is sealed with the APIv3 key
   * that nobody but the platform and the merchant know, and then the signature is checked with what was inside.
   */
  async #download(): Promise<void> {
    const { dispatcher, limits, now } = this.#options;
    const answer = await exchange(dispatcher, await this.#requests.request('GET', '/v3/certificates', undefined, undefined), limits);
    if (!answer.got || answer.status !== 200) return;
    const items = jsonObject(answer.body.toString('utf8'))?.['data'];
    const found = new Map<string, Certificate>();
    for (const item of Array.isArray(items) ? (items as unknown[]) : []) {
      const certificate = this.#certificateIn(item);
      if (certificate) found.set(certificate.serial.toUpperCase(), certificate);
    }
    const keyFor = (serial: string) => Promise.resolve((found.get(serial.toUpperCase()) ?? this.#valid(serial))?.key);
    const verdict = await verifySignature(answer.header, answer.body, keyFor, now());
    if (!verdict.valid || found.size === 0) return;
    this.#certificates = found;
    this.#refreshedAt = now().getTime();
  }

  #certificateIn(item: unknown): Certificate | undefined {
    const listed = asObject(item);
    const serial = asText(listed?.['serial_no']);
    const sealed = asObject(listed?.['encrypt_certificate']);
    const pem = sealed && openSealed(sealed, this.#account.apiV3Key);
    if (serial === undefined || pem === undefined) return undefined;
    try {
      const certificate = new X509Certificate(pem);
      if (certificate.serialNumber.toUpperCase() !== serial.toUpperCase()) return undefined;
      return { serial, key: certificate.publicKey, validFrom: Date.parse(certificate.validFrom), validTo: Date.parse(certificate.validTo) };
    } catch {
      return undefined;
    }
  }
}
