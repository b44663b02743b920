import { createPrivateKey, createPublicKey } from 'node:crypto';
import { isBetween } from './text-length.rules.ts';

/**
 * One paying office's account at WeChat Pay. Data, not configuration: every county, and within it every paying office, may have its own.
 * Secrets (`privateKeyPem`, `apiV3Key`) reach this type decrypted and never leave it.
 */
export type MerchantAccount = {
  /** 商户号 */
  readonly mchid: string;
  /** The mini-program that is bound to the merchant and whose openids are paid. */
  readonly appid: string;
  /** Serial of the merchant's own API certificate. */
  readonly serialNo: string;
  /** Private key of that certificate. */
  readonly privateKeyPem: string;
  /** The APIv3 key: 32 bytes. */
  readonly apiV3Key: string;
  /**
   * How the platform proves itself. New merchants have `public-key` only; older ones `certificates`; `switching` accepts both while
   * the merchant moves from certificates to the public key, because callbacks are mixed then.
   */
  readonly mode: 'public-key' | 'certificates' | 'switching';
  /** 微信支付公钥: id ('PUB_KEY_ID_…') → PEM. Empty in `certificates`. */
  readonly publicKeys: Readonly<Record<string, string>>;
  /** The one of `publicKeys` that requests ask for; null in `certificates`. */
  readonly publicKeyId: string | null;
  /** '1002' for 行政补贴. */
  readonly transferSceneId: string;
  /** The complete set of the scene's report information, as the merchant console lists it. */
  readonly reportInfos: readonly { readonly infoType: string; readonly infoContent: string }[];
  /** What the payee sees the money to be, out of the scene's list; null lets the platform choose. */
  readonly perception: string | null;
  /** What the merchant console shows today, in fen. The platform's answer is final. */
  readonly limits: TransferLimits;
  /** How many calls of a kind leave in any second, where the platform has agreed to another number than its usual one. */
  readonly callsPerSecond?: number | undefined;
  /** 'https://api.mch.weixin.qq.com', its backup host, or where a stand-in listens. */
  readonly baseUrl: string;
};

export type TransferLimits = {
  readonly singleMinFen: number;
  readonly singleMaxFen: number;
  readonly perPersonDayFen: number;
  readonly perDayFen: number;
};

/** Fields of an account that cannot work, by name; empty when it can. For the screen where it is typed in, and checked again at use. */
export function unusableFieldsOf(account: MerchantAccount): readonly (keyof MerchantAccount)[] {
  const wrong: (keyof MerchantAccount)[] = [];
  const must = (field: keyof MerchantAccount, right: boolean) => {
    if (!right) wrong.push(field);
  };
  must('mchid', /^\d{8,10}$/.test(account.mchid));
  must('appid', /^[0-9A-Za-z_-]{1,32}$/.test(account.appid));
  must('serialNo', /^[0-9A-Fa-f]{1,64}$/.test(account.serialNo));
  must(
    'privateKeyPem',
    parses(() => createPrivateKey(account.privateKeyPem).asymmetricKeyType === 'rsa'),
  );
  must('apiV3Key', Buffer.byteLength(account.apiV3Key) === 32);
  const ids = Object.keys(account.publicKeys);
  must(
    'publicKeys',
    Object.values(account.publicKeys).every(pem => parses(() => createPublicKey(pem).asymmetricKeyType === 'rsa')),
  );
  must('publicKeyId', account.mode === 'certificates' ? account.publicKeyId === null : ids.some(id => id === account.publicKeyId));
  must('transferSceneId', /^[0-9A-Za-z]{1,36}$/.test(account.transferSceneId));
  // Source of the lengths: the transfer-bills document.
  must(
    'reportInfos',
    account.reportInfos.length > 0 &&
      account.reportInfos.every(({ infoType, infoContent }) => isBetween(infoType, 1, 15) && isBetween(infoContent, 1, 32)),
  );
  must('limits', account.limits.singleMinFen >= 1 && account.limits.singleMaxFen >= account.limits.singleMinFen);
  must(
    'baseUrl',
    parses(() => /^https?:$/.test(new URL(account.baseUrl).protocol)),
  );
  return wrong;
}

function parses(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
