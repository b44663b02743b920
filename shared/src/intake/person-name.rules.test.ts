import fc from 'fast-check';
import { canonicalPersonName, readPersonNames } from './person-name.rules.ts';

const one = (name: string) => ({ kind: 'people', names: [name] });
const two = (...names: string[]) => ({ kind: 'people', names });

describe('the canonical form of a name', () => {
  it.each([
    '祝屿',
    '祝　屿',
    '祝  屿',
    '祝 屿',
    '祝\u00a0屿',
    '祝\t屿',
    ' 祝屿 ',
    '祝\u200b屿',
    '\u202e祝屿\u202c',
    '祝\ufe0f屿',
    '\ufeff祝\u0007屿',
    '祝\u2003屿',
    '祝\u3164屿',
  ])('%j is 祝屿', written => {
    expect(canonicalPersonName(written)).toBe('祝屿');
    expect(readPersonNames(written)).toEqual(one('祝屿'));
  });
  it.each(['阿依·努尔', '阿依•努尔', '阿依・努尔', '阿依‧努尔', '阿依 · 努尔', '阿依.努尔', '阿依．努尔'])('%s has one dot', written => {
    expect(readPersonNames(written)).toEqual(one('阿依·努尔'));
  });
  it('keeps rare characters of the second plane and mends radical forms', () => {
    expect(readPersonNames('祝\u{20000}')).toEqual(one('祝\u{20000}'));
    expect(readPersonNames('\u2f63\u5c7f')).toEqual(one('生屿')); // Kangxi radical 生 + 屿
    expect(readPersonNames('祝〇')).toEqual(one('祝〇'));
  });
  it('does not change a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const once = canonicalPersonName(text);
        expect(canonicalPersonName(once)).toBe(once);
      }),
    );
  });
});

describe('a cell that names people', () => {
  it.each(['', ' ', '/', '-', '——', '无', '暂 无', '待定', '　', '、'])('%j names nobody', written => {
    expect(readPersonNames(written)).toEqual({ kind: 'none' });
  });
  it.each([
    '祝听澜、郜砚',
    '祝听澜，郜砚',
    '祝听澜,郜 砚',
    '祝听澜/郜砚',
    '祝听澜\n郜砚',
    '祝听澜\r\n郜砚',
    '祝听澜；郜砚',
    '祝听澜 、 郜　砚',
    '祝听澜 郜砚',
    '祝听澜   郜砚',
  ])('%j names two', written => {
    expect(readPersonNames(written)).toEqual(two('祝听澜', '郜砚'));
  });
  it('does not count one person twice', () => {
    expect(readPersonNames('祝屿、祝 屿')).toEqual(one('祝屿'));
  });
  it('takes a line broken inside a name for one name', () => {
    expect(readPersonNames('祝\n听澜')).toEqual(one('祝听澜'));
    expect(readPersonNames('祝\n屿')).toEqual(one('祝屿'));
  });
  it.each([
    ['祝 听澜', one('祝听澜')],
    ['祝 听 澜', one('祝听澜')],
    ['欧阳 屿', one('欧阳屿')],
    ['欧阳 听澜', one('欧阳听澜')],
    ['祝听澜 郜望舒', two('祝听澜', '郜望舒')],
  ])('%s can be read in one way', (written, reading) => {
    expect(readPersonNames(written)).toEqual(reading);
  });
  it.each([
    ['祝屿 郜砚', [['祝屿', '郜砚'], ['祝屿郜砚']]],
    ['祝 屿 郜 砚', [['祝屿', '郜砚'], ['祝屿郜砚']]],
    [
      '祝听 澜 郜砚',
      [
        ['祝听', '澜郜砚'],
        ['祝听澜', '郜砚'],
      ],
    ],
    ['祝屿（代）', [['祝屿']]],
    ['阿依古丽努尔', [['阿依古丽努尔']]],
    ['祝听澜郜望舒', [['祝听澜郜望舒']]],
  ])('%s is for a person to decide', (written, ways) => {
    expect(readPersonNames(written)).toEqual({ kind: 'unclear', ways });
  });
  it.each([
    ['祝某某', 'NAME_MASKED'],
    ['祝*', 'NAME_MASKED'],
    ['祝□澜', 'NAME_MASKED'],
    ['祝？澜', 'NAME_MASKED'],
    ['祝', 'NAME_TOO_SHORT'],
    ['祝、郜', 'NAME_TOO_SHORT'],
    ['12345', 'NAME_CHARACTERS'],
    ['祝屿19900000001', 'NAME_CHARACTERS'],
    ['Zhu Yu', 'NAME_CHARACTERS'],
    ['祝\ue001', 'NAME_PRIVATE_CHARACTER'],
    ['=HYPERLINK("http://x")', 'NAME_CHARACTERS'],
    ['@SUM(A1)', 'NAME_CHARACTERS'],
    ['（代）', 'NAME_CHARACTERS'],
    ['屿'.repeat(31), 'NAME_TOO_LONG'],
  ])('%s is refused: %s', (written, fault) => {
    expect(readPersonNames(written)).toEqual({ kind: 'refused', fault });
  });
  it('answers any text, soon, and only with names', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('祝', '屿', ' ', '　', '、', '\n', '·', '(', ')', 'x', '*', '\u200b'), maxLength: 60 }),
        text => {
          const reading = readPersonNames(text);
          const names = reading.kind === 'people' ? reading.names : reading.kind === 'unclear' ? reading.ways.flat() : [];
          for (const name of names) expect(name).toMatch(/^\p{Script=Han}+(?:·\p{Script=Han}+)*$/u);
          if (reading.kind === 'unclear') expect(reading.ways.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
