import { GRADED_QUESTIONS, QUESTIONS, type GradedQuestion } from '@guanhu/shared/indicators/indicators.terms';
import type { IndicatorPolicy } from '@guanhu/shared/policy/indicator-policy.terms';
import { NumberField } from './number-field.tsx';

type Fields = { policy: IndicatorPolicy; onChange: (policy: IndicatorPolicy) => void };

const WARNINGS = [
  ['bandUpDays', '预警：分档上升，几天以内列出', 1, 90, '天'],
  ['overdueDays', '预警：随访超期超过几天列出（三倍为紧急）', 0, 60, '天'],
  ['missedVisits', '预警：连续几次没有访到列出', 2, 10, '次'],
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
  </div>
);

type PerQuestion = IndicatorPolicy['targets'];
const setTo = (all: PerQuestion, question: GradedQuestion, value: number): PerQuestion =>
  Object.fromEntries(Object.entries({ ...all, [question]: value }).filter(([, each]) => each !== 0));

export const indicatorFacts = (policy: IndicatorPolicy): readonly (readonly [string, string])[] => [
  ['不公开的小数字', `少于 ${policy.hideBelow} 人`],
  ['上个月的数字', `补记到每月 ${policy.monthClosesOnDay} 日`],
  [
    '早期预警',
    `分档上升 ${policy.warnings.bandUpDays} 天以内；随访超期超过 ${policy.warnings.overdueDays} 天；连续 ${policy.warnings.missedVisits} 次没有访到；${policy.warnings.clusterDays} 天以内 ${policy.warnings.clusterIncidents} 次情况；停药；没有监护人`,
  ],
  ['重点关注', `回来 ${policy.keyGroups.homeDays} 天以内；药断了 ${policy.keyGroups.withoutMedicineDays} 天起`],
  ...GRADED_QUESTIONS.map(question => {
    const [target, points] = [policy.targets[question], policy.points[question]];
    return [
      QUESTIONS[question].label,
      `${target === undefined ? '不设目标' : `目标 ${String(target)}%`}，${points === undefined ? '不考核' : `${String(points)} 分`}`,
    ] as const;
  }),
];
