import { listAreas } from '@guanhu/shared/access/access.routes';
import type { PolicyPreviewAnswer } from '@guanhu/shared/assessment/policy-preview.contract';
import { previewPolicy } from '@guanhu/shared/assessment/policy-preview.routes';
import type { PolicyVersionAnswer } from '@guanhu/shared/policy/policy.contract';
import { setPolicy } from '@guanhu/shared/policy/policy.routes';
import { COUNTY_ONLY_KINDS, type Policy, type PolicyKind } from '@guanhu/shared/policy/policy.terms';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Button, Checkbox, Form, Select } from 'antd';
import { useState } from 'react';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';
import { faultsOf } from './policy-faults.ts';
import { PolicyFields } from './policy-fields.tsx';
import { isPreviewed, PreviewNumbers, type Previewed } from './preview.tsx';

const COUNTY = 'county';

type NewVersionProps = { kind: PolicyKind; versions: readonly PolicyVersionAnswer[]; onClose: () => void };

/** The newest version for the county or a township; where a township has none, the county's. */
const newestOf = (versions: readonly PolicyVersionAnswer[], townshipId: string | null): Policy | undefined => {
  const of = (id: string | null) =>
    versions
      .filter(each => each.townshipId === id && each.policy !== null)
      .reduce<PolicyVersionAnswer | undefined>((best, each) => (best && best.seq > each.seq ? best : each), undefined);
  return (of(townshipId) ?? of(null))?.policy ?? undefined;
};

/** A new version begins with the newest one of its place, filled in. */
export function NewVersion({ kind, versions, onClose }: NewVersionProps) {
  const today = todayInChina();
  const [townshipId, setTownship] = useState<string | null>(null);
  const [policy, setDraft] = useState(() => newestOf(versions, null));
  const [follows, setFollows] = useState(false);
  const [effectiveOn, setEffectiveOn] = useState(addDays(today, 1));
  const write = useWrite(setPolicy, onClose);
  const look = useWrite(previewPolicy);
  const [preview, setPreview] = useState<PolicyPreviewAnswer>();
  const townships = (useRead(listAreas).data?.rows ?? []).filter(area => area.kind === 'township');
  const hasOwn = townshipId !== null && versions.some(each => each.townshipId === townshipId);
  const faults = policy && !follows ? faultsOf(policy) : [];
  const after = versions[0]?.newestSeq ?? 0;
  if (!policy) return null;
  const body = { effectiveOn, after, ...(townshipId === null ? {} : { townshipId }), policy: follows ? null : policy };
  const show = async (of: Previewed) => {
    const { after: _, ...draft } = body;
    setPreview(await look.run({ params: { kind: of }, body: draft }));
  };
  const choose = (value: string) => {
    const next = value === COUNTY ? null : value;
    setTownship(next);
    setFollows(false);
    setDraft(newestOf(versions, next));
  };
  return (
    <Card title="新版本">
      <Form layout="vertical" onFinish={() => void write.run({ params: { kind }, body })}>
        {!COUNTY_ONLY_KINDS.includes(kind) && (
          <Form.Item label="适用范围" htmlFor="township" extra="乡镇单独设定的，先于全县的">
            <Select
              id="township"
              value={townshipId ?? COUNTY}
              onChange={choose}
              style={{ maxWidth: 280 }}
              options={[{ value: COUNTY, label: '全县' }, ...townships.map(area => ({ value: area.areaId, label: area.name }))]}
            />
          </Form.Item>
        )}
        {hasOwn && (
          <Form.Item>
            <Checkbox checked={follows} onChange={event => setFollows(event.target.checked)}>
              取消单独设定，改回与全县一致
            </Checkbox>
          </Form.Item>
        )}
        {!follows && <PolicyFields policy={policy} onChange={setDraft} />}
        {faults.length > 0 && (
          <ul className="faults" role="alert">
            {faults.map(words => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        <Form.Item label="生效日期" htmlFor="effective-on" extra="不能早于今天">
          <DayInput id="effective-on" value={effectiveOn} min={today} onDay={setEffectiveOn} />
        </Form.Item>
        {preview && <PreviewNumbers preview={preview} />}
        <Refusal of={look} />
        <Refusal of={write} />
        <div className="actions">
          <Button onClick={onClose}>取消</Button>
          {isPreviewed(kind) && (
            <Button loading={look.busy} disabled={faults.length > 0} onClick={() => void show(kind)}>
              预览影响
            </Button>
          )}
          <Button type="primary" htmlType="submit" loading={write.busy} disabled={faults.length > 0}>
            保存新版本
          </Button>
        </div>
      </Form>
    </Card>
  );
}
