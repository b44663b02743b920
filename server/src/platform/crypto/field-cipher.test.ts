import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { FieldCipher, keyIdOf, type Algorithm, type Place } from './field-cipher.ts';

const place: Place = { county: 1, table: 'patient', row: '0190-a', column: 'name_sealed' };
const cipher = new FieldCipher(7, randomBytes(32));
const algorithms: Algorithm[] = ['aes-256-gcm', 'sm4-ctr-hmac-sm3'];

describe.each(algorithms)('%s', algorithm => {
  it('opens what it sealed, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        text => cipher.open(place, cipher.seal(algorithm, place, text)) === Buffer.from(text).toString(),
      ),
    );
  });

  it('names its key in front', () => {
    expect(keyIdOf(cipher.seal(algorithm, place, 'x'))).toBe(7);
  });

  it('never seals alike twice', () => {
    expect(cipher.seal(algorithm, place, 'x').equals(cipher.seal(algorithm, place, 'x'))).toBe(false);
  });

  it('does not open after any bit was flipped', () => {
    const sealed = cipher.seal(algorithm, place, '竹坪村东头第二户');
    for (let bit = 0; bit < sealed.length * 8; bit += 3) {
      const altered = Buffer.from(sealed);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => cipher.open(place, altered)).toThrow();
    }
  });

  it.each<Partial<Place>>([{ county: 2 }, { table: 'person' }, { row: '0190-b' }, { column: 'phone_sealed' }])(
    'does not open in another place: %p',
    other => {
      const sealed = cipher.seal(algorithm, place, 'x');
      expect(() => cipher.open({ ...place, ...other }, sealed)).toThrow();
    },
  );

  it('does not open under another key', () => {
    const sealed = cipher.seal(algorithm, place, 'x');
    expect(() => new FieldCipher(7, randomBytes(32)).open(place, sealed)).toThrow();
  });
});
