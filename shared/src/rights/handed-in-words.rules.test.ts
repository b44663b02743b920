import { pictureOf, recordingOf, writtenInWords } from './handed-in-words.rules.ts';

it('says what was written in words, and leaves nothing out that somebody typed', () => {
  expect(writtenInWords({ on: '2026-03-01', answer: 'notTaken', why: 'ranOut', version: 1, taskId: 'x', place: null })).toEqual([
    { label: '哪一天', words: '2026-03-01' },
    { label: '吃药', words: '没有吃' },
    { label: '为什么', words: '药吃完了' },
  ]);
  expect(writtenInWords({ kind: 'threat', unheardOf: '村口', answer: 'toString', agreed: true, place: { latitude: 1 } })).toMatchObject([
    { label: '情况' },
    { label: 'unheardOf', words: '村口' },
    { words: 'toString' },
    { words: '是' },
    { label: '位置', words: '{"latitude":1}' },
  ]);
});

it('reads a visit as its form asks', () => {
  const lines = writtenInWords({ form: 'quick', record: { result: 'done' }, finishedAt: '2026-03-01T08:00:00Z' });
  expect(lines[0]).toEqual({ label: '表格', words: expect.not.stringContaining('quick') as string });
  expect(lines.length).toBeGreaterThan(2);
});

it('shows a picture that came along, and nothing else as one', () => {
  expect(pictureOf({ content: '/9j/AAAA' })).toEqual({ type: 'image/jpeg', base64: '/9j/AAAA' });
  expect(pictureOf({ content: 'iVBORw0KGgoAAAA=' })).toEqual({ type: 'image/png', base64: 'iVBORw0KGgoAAAA=' });
  for (const content of [undefined, 7, 'PHN2Zz4=', '/9j/"onerror=']) expect(pictureOf({ content })).toBeUndefined();
});

it('says an opinion on a period in words, each breach with what shows it', () => {
  const breaches = [
    { clause: 'visits', evidence: '三次上门不开门' },
    { clause: 'toString', evidence: 7 },
  ];
  expect(writtenInWords({ version: 2, outcome: 'partial', breaches, guardianHeardOn: '2026-03-01' })).toEqual([
    { label: '结果', words: '部分' },
    { label: '没做到：配合上门随访', words: '三次上门不开门' },
    { label: '没做到：toString', words: '7' },
    { label: '听监护人说的日期', words: '2026-03-01' },
  ]);
});

it('plays what was said instead of typed, and never shows its bytes as words', () => {
  for (const voice of ['UklGRgAA', { fileId: 'x', content: 'UklGRgAA' }]) {
    expect(recordingOf({ voice })).toEqual({ type: 'audio/wav', base64: 'UklGRgAA' });
    expect(writtenInWords({ words: '我天天在家', voice })).toEqual([{ label: '内容', words: '我天天在家' }]);
  }
  expect(recordingOf({ voice: 'SUQzAAAA' })).toMatchObject({ type: 'audio/mpeg' });
  for (const voice of [undefined, null, 7, 'a"b', { content: 7 }]) expect(recordingOf({ voice })).toBeUndefined();
});
