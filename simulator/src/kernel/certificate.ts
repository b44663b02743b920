import { createPublicKey, sign } from 'node:crypto';
import { bitString, integer, nothing, objectIdentifier, sequence, set, tagged, utcTime, utf8Text } from './der.ts';

const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';
const COMMON_NAME = '2.5.4.3';
const ORGANISATION = '2.5.4.10';

/** What a certificate says. Times are milliseconds since 1970. */
export interface CertificateFacts {
  /** Hexadecimal digits; WeChat Pay's serials have 40. */
  serial: string;
  commonName: string;
  organisation: string;
  privateKeyPem: string;
  notBefore: number;
  notAfter: number;
}

/**
 * A self-signed X.509 certificate in PEM (RFC 5280, no extensions), signed with the key it certifies.
 * Node reads certificates but cannot make them, and one structure is not worth a dependency.
 */
export const selfSignedCertificate = (facts: CertificateFacts): string => {
  const algorithm = sequence(objectIdentifier(SHA256_WITH_RSA), nothing());
  const name = sequence(
    set(sequence(objectIdentifier(ORGANISATION), utf8Text(facts.organisation))),
    set(sequence(objectIdentifier(COMMON_NAME), utf8Text(facts.commonName))),
  );
  const publicKey = createPublicKey(facts.privateKeyPem).export({ type: 'spki', format: 'der' });
  const version3 = tagged(0, integer('02'));
  const body = sequence(
    version3,
    integer(facts.serial),
    algorithm,
    name,
    sequence(utcTime(facts.notBefore), utcTime(facts.notAfter)),
    name,
    publicKey,
  );
  const signature = sign('sha256', body, facts.privateKeyPem);
  const base64 = sequence(body, algorithm, bitString(signature)).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${base64.replace(/(.{64})(?=.)/g, '$1\n')}\n-----END CERTIFICATE-----\n`;
};
