import { outgoingLines } from './outgoing-lines.ts';

const told = { toPlace: '乙县丙镇', reason: '随女儿住', proposedBy: '试甲', answer: null, state: 'proposed' } as const;
const begins = ['移交到乙县丙镇', '原因：随女儿住', '试甲提出，昨天 16:02'];

it('says where somebody goes, and why it was sent back', () => {
  expect(outgoingLines(told, '昨天 16:02')).toEqual(begins);
  expect(outgoingLines({ ...told, state: 'rejected', answer: '查无此住址' }, '昨天 16:02')).toEqual([
    ...begins,
    '退回原因：查无此住址',
    '仍由本县负责。',
  ]);
});

it('says who is responsible after one that was taken back, and nothing of it once the other county is', () => {
  expect(outgoingLines({ ...told, state: 'withdrawn' }, '昨天 16:02')).toEqual([...begins, '仍由本县负责。']);
  expect(outgoingLines({ ...told, state: 'released' }, '昨天 16:02')).toEqual(begins);
});
