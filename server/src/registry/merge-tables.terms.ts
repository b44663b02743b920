/**
 * Every table that speaks of a patient, and what becomes of its rows when one file is merged into another. A test compares this with the
 * database: a room that adds such a table says here whether its rows move.
 */
export type MergeTable = {
  readonly table: string;
  /** As officials read it. */
  readonly label: string;
  /**
   * `move`: the rows become the kept file's. `stay`: they remain with the merged file, where the history shows them.
   * `end`: tasks that are still to be done are cancelled; those that are over stay.
   */
  readonly how: 'move' | 'stay' | 'end';
  /** Columns of which the kept file may have a value only once: a row that would be the second one stays. */
  readonly once?: readonly string[];
  /** Only rows like this are counted by `once`. */
  readonly inForce?: string;
  /** A row in force that stays is ended, for nobody looks after a merged file. */
  readonly ends?: true;
  /** A row like this stands for the patient before the others: the kept file's own comes first. */
  readonly first?: string;
  /** Both files having a row like this is for people to settle before a merge. */
  readonly never?: string;
  /** Of tasks that end: those like this become the kept file's instead. */
  readonly goOn?: string;
  /** The merged file having a row like this is for people to settle before a merge. */
  readonly unsettled?: string;
};

const OPEN = 'until IS NULL';

export const MERGE_TABLES: readonly MergeTable[] = [
  { table: 'guardianship', label: '监护关系', how: 'move', once: ['person_id'], inForce: OPEN, ends: true, first: 'is_primary' },
  { table: 'team_seat', label: '一人一专班岗位', how: 'move', once: ['post', 'person_id'], inForce: OPEN, ends: true },
  { table: 'guardian_helper', label: '代办人', how: 'move', once: ['guardian_id', 'person_id'], inForce: OPEN, ends: true },
  { table: 'patient_account', label: '患者本人账号', how: 'move', once: [], inForce: OPEN, ends: true },
  { table: 'attachment', label: '附件', how: 'move' },
  { table: 'rights_request', label: '权利请求', how: 'move' },
  { table: 'handed_in', label: '手机上交的记录', how: 'move' },
  // The newest decision of the person holds, whichever file it was recorded on.
  { table: 'consent', label: '知情同意', how: 'move' },
  // Which teams had the person and which refused is of the person; a handover that waits is answered before a merge.
  { table: 'patient_move', label: '迁移交接', how: 'move', unsettled: `state = 'waiting'` },
  // Likewise one that waits for another county.
  { table: 'transfer_out', label: '跨县移交', how: 'move', unsettled: `state = 'proposed'` },
  { table: 'transfer_in', label: '外县移交来', how: 'move' },
  { table: 'case_team', label: '个案管理小组', how: 'move', once: [], inForce: `state IN ('proposed', 'open', 'closing')` },
  { table: 'visit', label: '随访记录', how: 'move' },
  { table: 'visit_presence', label: '联合随访', how: 'move' },
  { table: 'visit_outcome', label: '随访结果', how: 'move' },
  { table: 'referral', label: '转诊', how: 'move' },
  { table: 'rights_alert', label: '权益提醒', how: 'move', once: [], inForce: `state = 'open'` },
  { table: 'roll_call_mark', label: '点名', how: 'move' },
  // Who was in a period was in it as the file stood then; the kept file comes in by its own band.
  { table: 'special_period_member', label: '特殊时期', how: 'stay' },
  { table: 'concern', label: '权益疑点', how: 'move' },
  { table: 'lost_report', label: '失访报告', how: 'move', once: [], inForce: `state = 'draft'` },
  { table: 'rating', label: '评估记录', how: 'move', once: ['source', 'cause_id'] },
  { table: 'risk_review', label: '危险性评估与诊断复核', how: 'move' },
  { table: 'health_exam', label: '健康体检', how: 'move' },
  { table: 'band_proposal', label: '降档提议', how: 'move', once: [], inForce: `state = 'waiting'` },
  { table: 'regimen', label: '用药', how: 'move', once: [], inForce: OPEN, ends: true },
  { table: 'injection', label: '长效针剂', how: 'move' },
  { table: 'dispensing', label: '发药', how: 'move' },
  { table: 'confirmation', label: '服药确认', how: 'move', once: ['on_day'] },
  { table: 'incident', label: '情况报告', how: 'move' },
  { table: 'screening_clue', label: '排查线索', how: 'move' },
  { table: 'release_notice', label: '出院释放通知', how: 'move' },
  { table: 'handling', label: '联合处置', how: 'move' },
  { table: 'incident_conduct', label: '行为认定', how: 'move' },
  { table: 'admission', label: '住院', how: 'move', once: [], inForce: 'discharged_on IS NULL' },
  { table: 'missing_person', label: '走失', how: 'move', once: [], inForce: `state = 'searching'` },
  // What was agreed, appraised and earned is of the person; the evidence it rests on moves too.
  {
    table: 'agreement',
    label: '监护协议',
    how: 'move',
    never: `state IN ('draft', 'signedByGuardian', 'active', 'suspended')`,
  },
  // Two families' applications at once are for people to settle.
  {
    table: 'reward_application',
    label: '奖补申请',
    how: 'move',
    never: `state IN ('villageReview', 'townshipReview', 'countyApproval', 'returned', 'objected')`,
  },
  { table: 'appraisal', label: '履责认定', how: 'move' },
  { table: 'appraisal_objection', label: '履责异议', how: 'move' },
  { table: 'guardian_training', label: '监护人培训', how: 'move' },
  { table: 'entitlement', label: '奖补应发', how: 'move' },
  { table: 'relief_answer', label: '救助询问', how: 'move' },
  // Two applications at once are for people to settle.
  { table: 'relief_application', label: '救助申请', how: 'move', never: `state IN ('collecting', 'forwarded', 'objected')` },
  { table: 'relief_grant', label: '救助台账', how: 'move' },
  { table: 'relief_cost', label: '救治费用', how: 'move' },
  { table: 'escort', label: '护送交接', how: 'move' },
  { table: 'rehab_participant', label: '社区康复', how: 'move', once: ['programme_id'], inForce: OPEN, ends: true },
  { table: 'employment', label: '就业', how: 'move' },
  { table: 'legal_matter', label: '纠纷与法律', how: 'move' },
  // What an office looks into is of the person, and goes on.
  { table: 'task', label: '待办', how: 'end', goOn: `seat = 'office'` },
  { table: 'call_ward', label: '一并问到的电话', how: 'stay' },
  // The kept file goes on in its own state; how the other one came to its last one is told by the history.
  { table: 'life_event', label: '状态变更', how: 'stay' },
  // One line of a department's list a person; what a signed package says of the merged file stays in it.
  { table: 'exchange_row', label: '部门名单', how: 'move', once: ['round_id', 'department'] },
  { table: 'exchange_difference', label: '部门数据不一致', how: 'move', once: ['round_id', 'department', 'field'] },
  { table: 'system_entry', label: '外部系统录入', how: 'move' },
  // Dates and facts of a year are made anew for the kept file from what has moved.
  { table: 'visit_year', label: '年度随访情况', how: 'stay' },
  { table: 'visit_due', label: '下次随访日期', how: 'stay' },
  { table: 'assessment_due', label: '下次评估日期', how: 'stay' },
  // What somebody saw when they looked back was of this file.
  { table: 'look_back', label: '倒查', how: 'stay' },
  // Signals are looked for anew in the kept file, every morning.
  { table: 'early_warning', label: '早期预警', how: 'stay' },
  // What was sent was sent about the file as it was.
  { table: 'message', label: '已发提醒', how: 'stay' },
  // Deeds and reads are never altered: the kept file's history reads both.
  { table: 'deed', label: '操作记录', how: 'stay' },
  { table: 'break_glass', label: '紧急查看', how: 'stay' },
  { table: 'read_log', label: '查阅记录', how: 'stay' },
];
