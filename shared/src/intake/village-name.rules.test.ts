import { canonicalVillageName, differsByOne, readVillage, suggestVillages, villageStem } from './village-name.rules.ts';

const areas = [
  { key: 'a', name: '竹坪村', townshipKey: 't', aliases: ['竹坪片区'] },
  { key: 'b', name: '柳湾村', townshipKey: 't', aliases: [] },
  { key: 'c', name: '竹萍社区', townshipKey: 't', aliases: [] },
];

describe('a village name', () => {
  it.each(['竹坪村', '竹坪 村', '　竹坪村', '竹坪村\u200b', '竹\u00a0坪村'])('%j is the village', written => {
    expect(readVillage(written, areas)).toEqual({ kind: 'known', areaKey: 'a', by: 'name' });
  });
  it('matches an alias that was confirmed', () => {
    expect(readVillage('竹坪片区', areas)).toEqual({ kind: 'known', areaKey: 'a', by: 'alias' });
  });
  it.each(['', ' ', '/', '—'])('%j is none', written => {
    expect(readVillage(written, areas)).toEqual({ kind: 'none' });
  });
  it.each(['竹坪', '竹坪社区', '竹坪村委会', '竹坪村（三组）', '听泉镇竹坪村', '竹坪村3组'])(
    '%s is not taken for 竹坪村, only suggested',
    written => {
      expect(readVillage(written, areas)).toMatchObject({ kind: 'unknown' });
      expect(suggestVillages(written, areas)[0]).toBe('a');
    },
  );
  it('suggests a name that differs by one character after the same name', () => {
    expect(suggestVillages('竹坪', areas)).toEqual(['a', 'c']);
    expect(suggestVillages('柳弯村', areas)).toEqual(['b']);
    expect(suggestVillages('远山村', areas)).toEqual([]);
  });
  it('asks when two townships have a village of this name', () => {
    expect(readVillage('柳湾村', [...areas, { key: 'z', name: '柳湾村', townshipKey: 'u', aliases: [] }])).toEqual({
      kind: 'several',
      areaKeys: ['b', 'z'],
    });
  });
  it('never loses its whole name to its suffix', () => {
    expect(villageStem('村')).toBe('村');
    expect(villageStem('新村')).toBe('新村');
    expect(villageStem('听泉镇竹坪村村委会（三组）')).toBe('竹坪');
    expect(canonicalVillageName('竹坪村（1 组）')).toBe('竹坪村(1组)');
  });
  it.each([
    ['竹坪', '竹萍', true],
    ['竹坪', '竹坪岭', true],
    ['竹坪', '竹坪', false],
    ['竹坪', '柳湾', false],
    ['', '坪', true],
  ])('%s and %s differ by one: %s', (left, right, expected) => {
    expect(differsByOne(left, right)).toBe(expected);
    expect(differsByOne(right, left)).toBe(expected);
  });
});
