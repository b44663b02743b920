import { listAreas } from '@guanhu/shared/access/access.routes';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { decideStages } from '@guanhu/shared/screening/campaign.rules';
import { planCampaign } from '@guanhu/shared/screening/campaign.routes';
import { STAGES } from '@guanhu/shared/screening/campaign.terms';
import { NEWEST_FORM } from '@guanhu/shared/screening/clue-form.rules';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newKey } from '../app/api.ts';
import { areasWith } from '../app/may.ts';
import { useRead } from '../app/queries.ts';
import { useMe } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';

/** Plans a screening of an area. */
export function PlanCampaignPage() {
  const navigate = useNavigate();
  const mine = areasWith(useMe(), 'screening:plan');
  const places = (useRead(listAreas).data?.rows ?? []).filter(
    area => mine.includes(area.areaId) || (area.parentId !== null && mine.includes(area.parentId)),
  );
  const today = todayInChina();
  const [campaignId] = useState(newKey);
  const [chosen, setArea] = useState<string>();
  const [title, setTitle] = useState('');
  const [groups, setGroups] = useState<number[]>([]);
  const [days, setDays] = useState({
    planOn: today,
    carryOutOn: addDays(today, 7),
    fillGapsOn: addDays(today, 37),
    consolidateOn: addDays(today, 51),
    endsOn: addDays(today, 81),
  });
  const write = useWrite(planCampaign, () => void navigate(`/screenings/${campaignId}`));
  const areaId = chosen ?? places.find(area => mine.includes(area.areaId))?.areaId;
  const ready = areaId !== undefined && title.trim() !== '' && decideStages(days, today).granted;
  const field = (key: keyof typeof days, label: string) => (
    <Form.Item label={label} htmlFor={`stage-${key}`}>
      <DayInput id={`stage-${key}`} value={days[key]} onDay={day => setDays({ ...days, [key]: day })} />
    </Form.Item>
  );
  return (
    <Detail over="排查进度" title="部署专项排查">
      <Card>
        <Form layout="vertical">
          <div className="fields">
            <Form.Item label="范围" htmlFor="campaign-area" style={{ width: 250 }}>
              <Select
                id="campaign-area"
                value={areaId ?? null}
                onChange={setArea}
                showSearch={{ optionFilterProp: 'label' }}
                options={places.map(area => ({ value: area.areaId, label: area.name }))}
              />
            </Form.Item>
            <Form.Item label="名称" htmlFor="campaign-title" style={{ width: 320 }}>
              <Input id="campaign-title" maxLength={40} value={title} onChange={event => setTitle(event.target.value)} />
            </Form.Item>
          </div>
          <div className="fields">
            {field('planOn', `${STAGES.plan}从`)}
            {field('carryOutOn', `${STAGES.carryOut}从`)}
            {field('fillGapsOn', `${STAGES.fillGaps}从`)}
            {field('consolidateOn', `${STAGES.consolidate}从`)}
            {field('endsOn', '到哪天结束')}
          </div>
          <Form.Item label="排查对象（不选就是全部）">
            <Checkbox.Group
              value={groups}
              onChange={setGroups}
              options={Object.entries(NEWEST_FORM.groups).map(([group, label]) => ({ value: Number(group), label }))}
              style={{ display: 'grid', gap: 8 }}
            />
          </Form.Item>
        </Form>
        <p className="sub">各阶段按先后排，最长一年。不公开宣传，不搞运动。</p>
        <Refusal of={write} />
        <Button
          type="primary"
          disabled={!ready}
          loading={write.busy}
          onClick={() => areaId && void write.run({ body: { campaignId, areaId, title: title.trim(), groups, ...days } })}
        >
          部署
        </Button>
      </Card>
    </Detail>
  );
}
