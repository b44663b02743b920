import type { KeyObject } from 'node:crypto';
import { sign } from 'node:crypto';

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
};
const SHA256_WITH_RSA = der(0x30, Buffer.from('06092a864886f70d01010b0500', 'hex'));
const NAME = der(0x30, der(0x31, der(0x30, Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from('stand-in')))));
const instant = (at: Date) => der(0x18, Buffer.from(at.toISOString().replace(/[-:T]|\.\d+/g, '')));

/** A self-signed X.509 certificate in PEM. `serial`: hexadecimal, starting below 8. */
export function certificatePem(keys: { publicKey: KeyObject; privateKey: KeyObject }, serial: string, from: Date, to: Date): string {
  const body = der(
    0x30,
    der(0x02, Buffer.from(serial, 'hex')),
    SHA256_WITH_RSA,
    NAME,
    der(0x30, instant(from), instant(to)),
    NAME,
    keys.publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, keys.privateKey));
  const base64 = der(0x30, body, SHA256_WITH_RSA, signature).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}
