import type { IndicatorsAnswer } from '@guanhu/shared/indicators/indicators.contract';
import { QUESTION_KEYS } from '@guanhu/shared/indicators/indicators.terms';
import { indicatorLines, monthInWords } from './indicator-lines.ts';

type Own = IndicatorsAnswer['own'];
const known = { numerator: 37, denominator: 39, hidden: false };
const answer = (values: Partial<Own['values']> = {}, below: Own['below'] = []) => ({
  own: {
    areaId: 'a',
    name: '竹坪村',
    kind: 'village' as const,
    values: { ...(Object.fromEntries(QUESTION_KEYS.map(key => [key, known])) as Own['values']), ...values },
    incidents: {} as Own['incidents'],
    points: null,
    below,
  },
  targets: { management: 95 },
});
const line = (of: ReturnType<typeof answer>, name: string) => indicatorLines(of).find(each => each.name === name);

it('says the share with numerator and denominator, how it is counted, and the target where there is one', () => {
  expect(line(answer(), '管理率')).toMatchObject({ share: '94.87%', parts: '37 / 39', isBelow: false });
  expect(line(answer(), '管理率')?.notes).toEqual(['当年至少有一次完整随访的人 ÷ 在册患者', '目标 95%']);
  expect(line(answer(), '检出率')).toMatchObject({ share: '948.72‰', notes: [expect.any(String)] });
});

it('tells neither share nor numbers of what the server hides', () => {
  const hidden = line(answer({ stable: { numerator: null, denominator: null, hidden: true } }), '稳定率');
  expect(hidden).toMatchObject({ share: '人数少，不公开', parts: undefined });
});

it('says what nobody has filled in', () => {
  const noResidents = line(answer({ detection: { numerator: 3, denominator: null, hidden: false } }), '检出率');
  expect(noResidents).toMatchObject({ share: '—', parts: '3 / 没有填' });
});

it('pulls out what is below its target', () => {
  const lines = indicatorLines(answer({}, ['examined']));
  expect(lines[0]).toMatchObject({ name: '体检率', isBelow: true });
  expect(lines).toHaveLength(QUESTION_KEYS.length);
});

it('names the month', () => {
  expect(monthInWords('2026-03')).toBe('2026 年 3 月');
});
