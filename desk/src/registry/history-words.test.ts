import { actInWords, changeInWords } from './history-words.ts';

it('says what was done, and whose work it was when the act is new', () => {
  expect(actInWords('registry:record-changed')).toBe('修改档案');
  expect(actInWords('visits:something-new')).toBe('办理随访');
  expect(actInWords('elsewhere:done')).toBe('其他操作');
  expect(changeInWords({ field: 'callOutcome', before: null, after: 'noAnswer' })).toEqual({
    label: '通话结果',
    before: '空',
    after: '没人接',
  });
});

it('says fields and values as the file does', () => {
  expect(changeInWords({ field: 'education', before: null, after: '7' })).toEqual({ label: '文化程度', before: '空', after: '初中' });
  expect(changeInWords({ field: 'firstOnset', before: '1998', after: '1998-03' })).toEqual({
    label: '初次发病时间',
    before: '1998年',
    after: '1998年3月',
  });
  expect(changeInWords({ field: 'state', before: 'inCare', after: 'hospitalised' })).toEqual({
    label: '状态',
    before: '在管',
    after: '住院',
  });
  const order = JSON.stringify([{ name: '甲片', morningMg: 1, eveningMg: 2 }]);
  expect(changeInWords({ field: 'drugs', before: null, after: order })).toEqual({
    label: '药',
    before: '空',
    after: '甲片 早 1 毫克，晚 2 毫克',
  });
});
