import { createDecipheriv } from 'node:crypto';
import { encryptPush, pushSignature } from './message-crypt.ts';

describe('safe mode', () => {
  it('signs as in the platform’s own example', () => {
    expect(pushSignature('AAAAA', '1714036504', '1514711492')).toBe('f464b24fc39322e44b38aa78f5edd27bd1441696');
  });

  it('pads to blocks of 32 bytes, so that a padding of 17 to 32 must be taken off by hand', () => {
    const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFA';
    const key = Buffer.from(`${aesKey}=`, 'base64');
    const paddings = new Set<number>();
    for (let length = 0; length < 40; length++) {
      const message = 'x'.repeat(length);
      const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
      const plain = Buffer.concat([decipher.update(Buffer.from(encryptPush(message, 'wx01', aesKey), 'base64')), decipher.final()]);
      const padding = plain.at(-1) ?? 0;
      paddings.add(padding);
      expect(plain.length % 32).toBe(0);
      expect(plain.readUInt32BE(16)).toBe(length);
      expect(plain.subarray(20, plain.length - padding).toString()).toBe(`${message}wx01`);
    }
    expect([...paddings].sort((a, b) => a - b)).toEqual(Array.from({ length: 32 }, (_, index) => index + 1));
  });
});
