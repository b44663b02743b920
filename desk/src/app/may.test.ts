import type { Me } from '@guanhu/shared/access/access.contract';
import type { Role } from '@guanhu/shared/access/access.terms';
import { mayEver } from './may.ts';
import { placesOf } from './places.ts';

const holder = (...roles: Role[]): Me => ({
  countyId: 1,
  countyName: '试验县',
  personId: 'p',
  name: '某某',
  isGuardian: false,
  isHelper: false,
  templates: {},
  posts: roles.map((role, index) => ({
    postId: String(index),
    role,
    areaId: 'township',
    areaName: '云坪镇',
    organisationId: null,
    organisationName: null,
    from: '2026-01-01' as never,
    until: null,
    deputyFor: null,
  })),
});
const labels = (me: Me) => placesOf(me).flatMap(group => group.places.map(place => place.label));
const headings = (me: Me) => placesOf(me).map(group => group.name);

describe('places', () => {
  it('shows an administrator accounts, policies and files that may be one person’s, no money', () => {
    expect(labels(holder('administrator'))).toEqual([
      '待我办理',
      '特殊时期',
      '值班与演练',
      '档案合并',
      '排查进度',
      '奖补申请',
      '异议答复',
      '救治护送费用',
      '指标',
      '会议与督办',
      '宣传与培训',
      '权利与复核',
      '人员与岗位',
      '政策',
    ]);
  });

  it('shows a finance officer money and agreements, no patient but by an emergency opening', () => {
    expect(labels(holder('financeOfficer'))).toEqual([
      '待我办理',
      '监护协议',
      '奖补发放',
      '资金',
      '救治护送费用',
      '会议与督办',
      '宣传与培训',
      '权利与复核',
      '政策',
    ]);
  });

  it('shows a supervisor of the province the counties and nothing else', () => {
    expect(labels(holder('regionSupervisor'))).toEqual(['待我办理', '各县指标', '权利与复核']);
  });

  it('shows a grid worker what a seat on a team opens', () => {
    expect(labels(holder('gridWorker'))).toEqual([
      '待我办理',
      '情况处置',
      '预警',
      '服务对象',
      '重点关注',
      '排查进度',
      '评估与体检',
      '随访后续',
      '个案管理',
      '住院与走失',
      '班组',
      '纠纷与法律',
      '履责认定',
      '权利与复核',
    ]);
  });

  it('shows the committee’s member and the township’s lead what they were told of', () => {
    expect(labels(holder('politicalLegalMember'))).toEqual([
      '待我办理',
      '情况处置',
      '排查进度',
      '住院与走失',
      '班组',
      '指标',
      '会议与督办',
      '宣传与培训',
      '权利与复核',
    ]);
    expect(labels(holder('townshipLead'))).toContain('情况处置');
  });

  it('shows a village lead the special periods around the village', () => {
    expect(labels(holder('villageLead'))).toContain('特殊时期');
  });

  it('leaves out a heading with nothing under it', () => {
    expect(headings(holder('administrator'))).toEqual(['今天', '档案', '排查', '奖补', '管理']);
    expect(headings(holder('financeOfficer'))).toEqual(['今天', '奖补', '管理']);
  });

  it('shows clues of a screening to the office and the doctor', () => {
    for (const role of ['socialAffairsOfficer', 'mentalHealthDoctor'] as const) expect(labels(holder(role))).toContain('排查线索');
    for (const role of ['gridWorker', 'communityPolice', 'financeOfficer'] as const) expect(labels(holder(role))).not.toContain('排查线索');
  });

  it('adds up what several posts open', () => {
    expect(labels(holder('administrator', 'socialAffairsOfficer'))).toContain('责任清单导入');
  });
});

it('does not open to an office what only seats on a team open', () => {
  expect(mayEver(holder('townshipLead'), 'visit:write')).toBe(false);
  expect(mayEver(holder('gridWorker'), 'visit:write')).toBe(true);
});
