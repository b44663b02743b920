import { listAreas } from '@guanhu/shared/access/access.routes';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import type { PeriodOffer } from '@guanhu/shared/visits/special-period.contract';
import { offerPeriod, proposePeriod } from '@guanhu/shared/visits/special-period.routes';
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
import { Answered, Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';

/** A proposal for a place; another person approves it. */
export function ProposePeriodPage() {
  const mine = areasWith(useMe(), 'special-period:propose');
  const areas = useRead(listAreas).data?.rows ?? [];
  const parents = new Map(areas.map(area => [area.areaId, area.parentId]));
  const within = (areaId: string | null | undefined): boolean =>
    areaId !== null && areaId !== undefined && (mine.includes(areaId) || within(parents.get(areaId)));
  const places = areas.filter(area => within(area.areaId));
  const [chosen, setChosen] = useState<string>();
  const areaId = chosen ?? places.find(area => mine.includes(area.areaId))?.areaId;
  const offer = useRead(offerPeriod, { params: { areaId: areaId ?? '' } }, { enabled: areaId !== undefined });
  return (
    <Detail over="特殊时期" title="提出一个时期">
      <Card>
        <Form layout="vertical">
          <Form.Item label="范围" htmlFor="period-area">
            <Select
              id="period-area"
              showSearch={{ optionFilterProp: 'label' }}
              value={areaId ?? null}
              onChange={setChosen}
              options={places.map(area => ({ value: area.areaId, label: area.name }))}
              style={{ maxWidth: 320 }}
            />
          </Form.Item>
        </Form>
        {areaId !== undefined && <Answered of={offer}>{answer => <Fields key={areaId} areaId={areaId} offer={answer} />}</Answered>}
      </Card>
    </Detail>
  );
}

function Fields({ areaId, offer }: { areaId: string; offer: PeriodOffer }) {
  const navigate = useNavigate();
  const [periodId] = useState(newKey);
  const today = todayInChina();
  const [startsOn, setStart] = useState(addDays(today, 1));
  const [endsOn, setEnd] = useState(addDays(today, 7));
  const [bands, setBands] = useState<readonly string[]>(offer.proposed);
  const [reason, setReason] = useState('');
  const write = useWrite(proposePeriod, () => void navigate(`/periods/${periodId}`));
  const ready = bands.length > 0 && reason.trim() !== '' && endsOn >= startsOn;
  return (
    <Form layout="vertical">
      <div className="fields">
        <Form.Item label="从哪天起" htmlFor="period-from">
          <DayInput id="period-from" value={startsOn} min={today} onDay={setStart} />
        </Form.Item>
        <Form.Item label={`到哪天止（最长 ${offer.mostDays} 天）`} htmlFor="period-until">
          <DayInput id="period-until" value={endsOn} min={startsOn} max={addDays(startsOn, offer.mostDays - 1)} onDay={setEnd} />
        </Form.Item>
      </div>
      <Form.Item label="每天点名的人">
        <Checkbox.Group
          options={offer.bands.map(band => ({ value: band.key, label: band.label }))}
          value={[...bands]}
          onChange={setBands}
        />
      </Form.Item>
      <Form.Item label="理由" htmlFor="period-reason">
        <Input.TextArea id="period-reason" maxLength={500} value={reason} onChange={event => setReason(event.target.value)} />
      </Form.Item>
      <p className="sub">另一人批准后生效，到期自动结束。这段时间每天点名，到点没点到的告诉村级小组组长。</p>
      <Button
        type="primary"
        disabled={!ready}
        loading={write.busy}
        onClick={() => void write.run({ body: { periodId, areaId, startsOn, endsOn, bands: [...bands], reason: reason.trim() } })}
      >
        提出，请另一人批准
      </Button>
      <Refusal of={write} />
    </Form>
  );
}
