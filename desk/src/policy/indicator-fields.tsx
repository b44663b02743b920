import { ORGANISATION_KINDS } from '@guanhu/shared/access/access.terms';
import {
  ASSESSED_UNITS,
  SHEET_MEASURES,
  SHEET_MEASURE_KEYS,
  type AssessedUnit,
  type SheetMeasure,
} from '@guanhu/shared/duties/department-sheet.terms';
import { GRADED_QUESTIONS, QUESTIONS, type GradedQuestion } from '@guanhu/shared/indicators/indicators.terms';
import type { IndicatorPolicy } from '@guanhu/shared/policy/indicator-policy.terms';
import { InputNumber, Table } from 'antd';
import { NumberField } from './number-field.tsx';

type Fields = { policy: IndicatorPolicy; onChange: (policy: IndicatorPolicy) => void };

const WARNINGS = [
  ['bandUpDays', '预警：分档上升，几天以内列出', 1, 90, '天'],
  ['overdueDays', '预警：随访超期超过几天列出（三倍为紧急）', 0, 60, '天'],
  ['missedVisits', '预警：连续几次没有访到列出', 2, 10, '次'],
  ['missedDays', '预警：最后一次没有访到在多少天以内', 7, 366, '天'],
  ['clusterIncidents', '预警：短期内几次情况列出', 2, 10, '次'],
  ['clusterDays', '预警：多少天以内算短期', 2, 180, '天'],
] as const;

const KEY_GROUPS = [
  ['homeDays', '重点关注：出院、释放回来多少天以内列出', 7, 366],
  ['withoutMedicineDays', '重点关注：药断了几天列出', 1, 92],
] as const;

/** A target of 0 is no target, and 0 points are no assessment. */
export const IndicatorFields = ({ policy, onChange }: Fields) => (
  <div className="fields">
    <NumberField
      id="hide-below"
      label="少于几个人的数字，不能看名单的人看不到"
      value={policy.hideBelow}
      min={2}
      max={50}
      unit="人"
      onNumber={hideBelow => onChange({ ...policy, hideBelow })}
    />
    <NumberField
      id="month-closes"
      label="上个月的数字，补记到每月几日为止"
      value={policy.monthClosesOnDay}
      min={1}
      max={15}
      unit="日"
      onNumber={monthClosesOnDay => onChange({ ...policy, monthClosesOnDay })}
    />
    {WARNINGS.map(([name, label, min, max, unit]) => (
      <NumberField
        key={name}
        id={`warning-${name}`}
        label={label}
        value={policy.warnings[name]}
        min={min}
        max={max}
        unit={unit}
        onNumber={value => onChange({ ...policy, warnings: { ...policy.warnings, [name]: value } })}
      />
    ))}
    {KEY_GROUPS.map(([name, label, min, max]) => (
      <NumberField
        key={name}
        id={`key-group-${name}`}
        label={label}
        value={policy.keyGroups[name]}
        min={min}
        max={max}
        unit="天"
        onNumber={value => onChange({ ...policy, keyGroups: { ...policy.keyGroups, [name]: value } })}
      />
    ))}
    {GRADED_QUESTIONS.map(question => (
      <NumberField
        key={question}
        id={`target-${question}`}
        label={`${QUESTIONS[question].label}的目标（0 为不设）`}
        value={policy.targets[question] ?? 0}
        min={0}
        max={100}
        unit="%"
        onNumber={value => onChange({ ...policy, targets: setTo(policy.targets, question, value) })}
      />
    ))}
    {GRADED_QUESTIONS.map(question => (
      <NumberField
        key={question}
        id={`points-${question}`}
        label={`${QUESTIONS[question].label}的考核分（0 为不考核）`}
        value={policy.points[question] ?? 0}
        min={0}
        max={100}
        unit="分"
        onNumber={value => onChange({ ...policy, points: setTo(policy.points, question, value) })}
      />
    ))}
    <NumberField
      id="countersign-days"
      label="部门考核：纪要几天内会签算按时"
      value={policy.countersignDays}
      min={1}
      max={30}
      unit="天"
      onNumber={countersignDays => onChange({ ...policy, countersignDays })}
    />
    <DepartmentPoints policy={policy} onChange={onChange} />
  </div>
);

/** Points of the departments: an office a row, what it is assessed by in the columns. */
const DepartmentPoints = ({ policy, onChange }: Fields) => {
  const set = (unit: AssessedUnit, measure: SheetMeasure, points: number) => {
    const row = Object.fromEntries(Object.entries({ ...policy.departments[unit], [measure]: points }).filter(([, each]) => each !== 0));
    onChange({ ...policy, departments: { ...policy.departments, [unit]: row } });
  };
  return (
    <Table
      size="small"
      className="wide"
      rowKey="unit"
      pagination={false}
      scroll={{ x: 760 }}
      title={() => '部门考核的分值（0 为不考核）'}
      dataSource={ASSESSED_UNITS.map(unit => ({ unit }))}
      columns={[
        { title: '部门', key: 'unit', fixed: 'left', render: (_, { unit }) => ORGANISATION_KINDS[unit] },
        ...SHEET_MEASURE_KEYS.map(measure => ({
          title: SHEET_MEASURES[measure].label,
          key: measure,
          render: (_: unknown, { unit }: { unit: AssessedUnit }) => (
            <InputNumber
              aria-label={`${ORGANISATION_KINDS[unit]}：${SHEET_MEASURES[measure].label}`}
              value={policy.departments[unit]?.[measure] ?? 0}
              min={0}
              max={100}
              precision={0}
              style={{ width: 76 }}
              onChange={next => next !== null && set(unit, measure, next)}
            />
          ),
        })),
      ]}
    />
  );
};

type PerQuestion = IndicatorPolicy['targets'];
const setTo = (all: PerQuestion, question: GradedQuestion, value: number): PerQuestion =>
  Object.fromEntries(Object.entries({ ...all, [question]: value }).filter(([, each]) => each !== 0));

export const indicatorFacts = (policy: IndicatorPolicy): readonly (readonly [string, string])[] => [
  ['不公开的小数字', `少于 ${policy.hideBelow} 人`],
  ['上个月的数字', `补记到每月 ${policy.monthClosesOnDay} 日`],
  [
    '早期预警',
    `分档上升 ${policy.warnings.bandUpDays} 天以内；随访超期超过 ${policy.warnings.overdueDays} 天；连续 ${policy.warnings.missedVisits} 次没有访到（最后一次在 ${policy.warnings.missedDays} 天以内）；${policy.warnings.clusterDays} 天以内 ${policy.warnings.clusterIncidents} 次情况；停药；没有监护人`,
  ],
  ['重点关注', `回来 ${policy.keyGroups.homeDays} 天以内；药断了 ${policy.keyGroups.withoutMedicineDays} 天起`],
  ...GRADED_QUESTIONS.map(question => {
    const [target, points] = [policy.targets[question], policy.points[question]];
    return [
      QUESTIONS[question].label,
      `${target === undefined ? '不设目标' : `目标 ${String(target)}%`}，${points === undefined ? '不考核' : `${String(points)} 分`}`,
    ] as const;
  }),
  ['部门考核：纪要会签', `${policy.countersignDays} 天内算按时`],
  ...ASSESSED_UNITS.map(
    unit =>
      [
        `部门考核：${ORGANISATION_KINDS[unit]}`,
        SHEET_MEASURE_KEYS.flatMap(measure => {
          const points = policy.departments[unit]?.[measure];
          return points === undefined ? [] : [`${SHEET_MEASURES[measure].label} ${String(points)} 分`];
        }).join('，') || '不考核',
      ] as const,
  ),
];
