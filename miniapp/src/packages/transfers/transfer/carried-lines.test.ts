import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { TransferPackage } from '@guanhu/shared/transfers/transfers.terms';
import { carriedLines } from './carried-lines.ts';

const today = calendarDate('2026-11-21');
const on = calendarDate('2026-09-01');
const nothing = {
  values: {} as TransferPackage['values'],
  state: 'inCare',
  risk: null,
  riskOn: null,
  stability: null,
  stabilityOn: null,
  lastIncidentOn: null,
  guardians: [],
  consent: null,
  medicine: null,
  visits: [],
} as const;
const said = (carried: TransferPackage) => Object.fromEntries(carriedLines(carried, today));

it('says what is not known instead of leaving it out', () => {
  expect(said(nothing)).toEqual({
    原县档案状态: '在管',
    危险性评估: '没有评过',
    病情分类: '没有评过',
    最近一次情况: '没有登记',
    社区管理: '没有登记',
    用药: '没有医嘱',
  });
});

it('says ratings with their days, consent, and medicine also where nobody named it', () => {
  const consent = { decision: 'given', on, signer: null, signerName: null, textVersion: null, basis: null, note: null } as const;
  const medicine = { since: on, drugs: null, prescriber: null, hospital: null, note: null };
  expect(
    said({ ...nothing, risk: 2, riskOn: on, stability: 'stable', stabilityOn: on, lastIncidentOn: on, consent, medicine }),
  ).toMatchObject({
    危险性评估: '2 级（9 月 1 日）',
    病情分类: '稳定（9 月 1 日）',
    最近一次情况: '9 月 1 日',
    社区管理: '同意',
    用药: '药名没有登记',
  });
});
