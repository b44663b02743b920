import type { Me } from '@guanhu/shared/access/access.contract';
import type { Permission } from '@guanhu/shared/access/permissions.rules';
import { mayEver } from './may.ts';

/** Where a person can go, by what brings them there; the order is the order on the screen. */
const GROUPS = [
  {
    name: '今天',
    places: [
      { path: '/today', label: '待我办理', opens: null },
      // Offices that are told of what is theirs only: the list holds what they were told.
      { path: '/incidents', label: '情况处置', opens: ['incident:read', 'handling:read', 'missing:read'] },
      { path: '/warnings', label: '预警', opens: 'warning:read' },
      { path: '/periods', label: '特殊时期', opens: 'special-period:read' },
      { path: '/crisis', label: '值班与演练', opens: 'crisis-roster:read' },
    ],
  },
  {
    name: '档案',
    places: [
      { path: '/patients', label: '服务对象', opens: 'patient:read' },
      { path: '/key-groups', label: '重点关注', opens: 'patient:read' },
      { path: '/imports', label: '责任清单导入', opens: 'import:write' },
      { path: '/merges', label: '档案合并', opens: 'patient:merge' },
      { path: '/moves', label: '迁移交接', opens: 'move:decide' },
      { path: '/exchange', label: '月度信息交换', opens: 'exchange:read' },
    ],
  },
  {
    name: '排查',
    places: [
      { path: '/screenings', label: '排查进度', opens: 'screening:read' },
      { path: '/clues', label: '排查线索', opens: 'clue:read' },
      { path: '/notices', label: '出院释放通知', opens: 'notice:read' },
    ],
  },
  {
    name: '照护',
    places: [
      { path: '/assessments', label: '评估与体检', opens: 'patient:read' },
      { path: '/after-visits', label: '随访后续', opens: 'rights:read' },
      { path: '/case-teams', label: '个案管理', opens: 'case-team:read' },
      { path: '/after-incidents', label: '住院与走失', opens: ['admission:read', 'missing:read'] },
      { path: '/teams', label: '班组', opens: 'group:read' },
      { path: '/relief', label: '救助', opens: 'relief:list' },
      { path: '/rehab', label: '社区康复', opens: 'rehab:read' },
      { path: '/escorts', label: '护送交接', opens: 'escort:read' },
      { path: '/legal-matters', label: '纠纷与法律', opens: 'legal:read' },
    ],
  },
  {
    name: '奖补',
    places: [
      { path: '/applications', label: '奖补申请', opens: 'application:list' },
      { path: '/agreements', label: '监护协议', opens: 'agreement:read' },
      { path: '/appraisals', label: '履责认定', opens: 'appraisal:read' },
      { path: '/objections', label: '异议答复', opens: 'objection:read' },
      { path: '/batches', label: '奖补发放', opens: 'batch:read' },
      { path: '/funds', label: '资金', opens: 'fund:read' },
      { path: '/relief-costs', label: '救治护送费用', opens: 'relief-cost:read' },
    ],
  },
  {
    name: '管理',
    places: [
      { path: '/indicators', label: '指标', opens: 'indicator:read' },
      { path: '/region', label: '各县指标', opens: 'region:read' },
      { path: '/meetings', label: '会议与督办', opens: 'meeting:read' },
      { path: '/activities', label: '宣传与培训', opens: 'outreach:read' },
      { path: '/rights', label: '权利与复核', opens: null },
      { path: '/people', label: '人员与岗位', opens: 'person:manage' },
      { path: '/policies', label: '政策', opens: 'policy:read' },
    ],
  },
] as const satisfies readonly {
  readonly name: string;
  readonly places: readonly { readonly path: string; readonly label: string; readonly opens: Permission | readonly Permission[] | null }[];
}[];
type Place = (typeof GROUPS)[number]['places'][number];
export type PlacePath = Place['path'];
export type PlaceGroup = { readonly name: string; readonly places: readonly Place[] };

/** The places that this person's posts open, under their headings; a heading with nothing under it is left out. */
export const placesOf = (me: Me): readonly PlaceGroup[] =>
  GROUPS.map(({ name, places }) => ({ name, places: openTo(me, places) })).filter(({ places }) => places.length > 0);

const openTo = (me: Me, places: readonly Place[]): readonly Place[] =>
  places.filter(({ opens }) => opens === null || [opens].flat().some(permission => mayEver(me, permission)));
