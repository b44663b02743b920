import { createPublicKey, X509Certificate } from 'node:crypto';
import { newPlatformCertificate } from './keys.ts';

describe('a platform certificate', () => {
  it('is one that Node reads, with our serial, our key and a true self-signature', async () => {
    const now = Date.UTC(2026, 2, 4);
    const made = await newPlatformCertificate(now);
    const read = new X509Certificate(made.certificatePem);
    expect(read.serialNumber).toBe(made.id);
    expect(read.subject).toContain('CN=Tenpay.com sign');
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.publicKey.equals(createPublicKey(made.privateKeyPem))).toBe(true);
    expect(new Date(read.validFrom).getTime()).toBe(now - 86_400_000);
    expect(new Date(read.validTo).getTime()).toBe(made.notAfter);
  });
});
