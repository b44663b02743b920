import { CODE_ALPHABET, invitationQr, makeCode, readCode, readQr, showCode, ticketQr } from './code.rules.ts';

describe('codes that are typed or scanned', () => {
  it('hold no two characters that look alike', () => {
    for (const alike of '01258BILOSZ') expect(CODE_ALPHABET).not.toContain(alike);
    expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length);
  });

  it('use the whole alphabet, eight times', () => {
    const asked: number[] = [];
    const code = makeCode(n => {
      asked.push(n);
      return asked.length === 1 ? n - 1 : 0;
    });
    expect(code).toBe('Y3333333');
    expect(asked).toEqual(Array(8).fill(CODE_ALPHABET.length));
  });

  it('are read as people type them', () => {
    expect(readCode(' acde-3467 ')).toBe('ACDE3467');
    expect(readCode('ＡＣＤＥ３４６７')).toBe('ACDE3467');
    expect(readCode(showCode('ACDE3467'))).toBe('ACDE3467');
    for (const wrong of ['ACDE346', 'ACDE34677', 'ACDE3460', 'ACDE346O', '', '甲乙丙丁甲乙丙丁']) expect(readCode(wrong)).toBeUndefined();
  });

  it('come back out of their QR, and nothing else does', () => {
    expect(readQr(ticketQr('ACDE3467'))).toEqual({ kind: 'ticket', code: 'ACDE3467' });
    expect(readQr(invitationQr(7, 'ACDE3467'))).toEqual({ kind: 'invitation', countyId: 7, code: 'ACDE3467' });
    for (const wrong of ['https://example.org', 'guanhu:ticket:', 'guanhu:invitation:0:ACDE3467', 'guanhu:invitation:ACDE3467'])
      expect(readQr(wrong)).toBeUndefined();
  });
});
