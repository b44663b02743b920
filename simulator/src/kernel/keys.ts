import { createPublicKey, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { selfSignedCertificate } from './certificate.ts';
import { randomDigits, randomHex } from './random.ts';

const generate = promisify(generateKeyPair);
const FIVE_YEARS = 5 * 365 * 86_400_000;

/** One side's RSA key under the name by which the other side looks it up (`Wechatpay-Serial`, `serial_no`). */
export interface NamedKey {
  id: string;
  privateKeyPem: string;
}

/** A platform certificate with its private key. Times are milliseconds since 1970. */
export interface PlatformCertificate extends NamedKey {
  certificatePem: string;
  notBefore: number;
  notAfter: number;
}

export const publicPemOf = (privateKeyPem: string): string =>
  createPublicKey(privateKeyPem).export({ type: 'spki', format: 'pem' }) as string;

/** A fresh 2048-bit RSA private key, PKCS#8 PEM. */
export const newPrivateKey = async (): Promise<string> =>
  (
    await generate('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    })
  ).privateKey;

/** A key of the public-key mode; its id looks like `PUB_KEY_ID_0…`. */
export const newWechatPayPublicKey = async (mchid: string): Promise<NamedKey> => ({
  id: `PUB_KEY_ID_0${mchid}${randomDigits(18)}`,
  privateKeyPem: await newPrivateKey(),
});

/** A platform certificate, valid from a day ago for five years. */
export const newPlatformCertificate = async (now: number): Promise<PlatformCertificate> => {
  const privateKeyPem = await newPrivateKey();
  const id = `5${randomHex(40).slice(1)}`;
  const [notBefore, notAfter] = [now - 86_400_000, now + FIVE_YEARS];
  const facts = { serial: id, commonName: 'Tenpay.com sign', organisation: 'Tenpay.com (simulated)', privateKeyPem, notBefore, notAfter };
  return { id, privateKeyPem, certificatePem: selfSignedCertificate(facts), notBefore, notAfter };
};
