import type { ScreeningPolicy } from '@guanhu/shared/policy/policy.terms';
import { NumberField } from './number-field.tsx';

type Days = Exclude<keyof ScreeningPolicy, 'kind'>;
const FIELDS: Readonly<Record<Days, readonly [label: string, min: number, max: number]>> = {
  checkDays: ['收到线索后几天内核对', 1, 30],
  reviewDays: ['核对后几天内请精神科医师复核', 1, 92],
  endedClueDays: ['办结的线索保留几天再抹去个人信息', 7, 365],
  roundDays: ['半年排查开始后几天内各村答复', 7, 150],
  noticeTeamDays: ['收到释放、出院通知后几天内组成专班', 1, 30],
  noticeVisitDays: ['收到释放、出院通知后几天内第一次上门', 1, 30],
};
const KEYS = Object.keys(FIELDS) as Days[];

export const screeningFacts = (policy: ScreeningPolicy) => KEYS.map(key => [FIELDS[key][0], `${policy[key]} 天`] as const);

/** How long the steps of a screening take. */
export const ScreeningFields = ({ policy, onChange }: { policy: ScreeningPolicy; onChange: (policy: ScreeningPolicy) => void }) => (
  <div className="fields">
    {KEYS.map(key => (
      <NumberField
        key={key}
        id={`screening-${key}`}
        label={FIELDS[key][0]}
        value={policy[key]}
        min={FIELDS[key][1]}
        max={FIELDS[key][2]}
        unit="天"
        onNumber={days => onChange({ ...policy, [key]: days })}
      />
    ))}
  </div>
);
