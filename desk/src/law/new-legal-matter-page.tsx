import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { needsPatient, needsSubject } from '@guanhu/shared/law/legal-matter.rules';
import { recordLegalMatter } from '@guanhu/shared/law/legal-matter.routes';
import { LEGAL_KINDS, LEGAL_SUBJECTS, type LegalKind, type LegalSubject } from '@guanhu/shared/law/legal-matter.terms';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { PatientSelect } from '../registry/patient-select.tsx';
import { ColleagueSelect } from '../teams/colleague-select.tsx';
import { Card, Detail } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { usePlace } from '../ui/use-place.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { todayInChina } from '../ui/words.ts';

/** Until when a matter is seen to, unless somebody says otherwise. */
const USUAL_DAYS = 15;

/** A conflict or a referral is written down: whose or where, what, who sees to it, until when. */
export function NewLegalMatterPage() {
  const navigate = useNavigate();
  const [matterId] = useState(newKey);
  const { areaId: placeId, field } = usePlace('legal:write', 'legal-place');
  const today = todayInChina();
  const [kind, setKind] = useState<LegalKind>('dispute');
  const [patientId, setPatient] = useFilter('patient');
  const [subject, setSubject] = useState<LegalSubject>('family');
  const [owner, setOwner] = useState<{ readonly id: string; readonly name: string }>();
  const [foundOn, setFound] = useState(today);
  const [dueOn, setDue] = useState(addDays(today, USUAL_DAYS));
  const [words, setWords] = useState('');
  const write = useWrite(recordLegalMatter, () => void navigate(`/legal-matters/${matterId}`));
  const areaId = patientId === undefined ? placeId : undefined;
  const placed = patientId !== undefined || (!needsPatient(kind) && areaId !== undefined);
  const submit = () => {
    if (!placed || owner === undefined) return;
    const about = { patientId: patientId ?? null, areaId: areaId ?? null };
    const days = { foundOn, dueOn };
    const body = {
      matterId,
      kind,
      subject: needsSubject(kind) ? subject : null,
      ownerId: owner.id,
      words: words.trim(),
      ...about,
      ...days,
    };
    void write.run({ body });
  };
  return (
    <Detail over="纠纷与法律" title="登记">
      <Card>
        <Form layout="vertical" className="form-narrow" onFinish={submit}>
          <Form.Item label="是什么" htmlFor="legal-kind">
            <Select
              id="legal-kind"
              value={kind}
              onChange={setKind}
              options={Object.entries(LEGAL_KINDS).map(([value, label]) => ({ value: value as LegalKind, label }))}
            />
          </Form.Item>
          <Form.Item label={needsPatient(kind) ? '服务对象' : '服务对象（与服务对象无关可不选）'} htmlFor="legal-patient">
            <PatientSelect id="legal-patient" value={patientId} name={undefined} onPatient={setPatient} />
          </Form.Item>
          {patientId === undefined && !needsPatient(kind) && field}
          {needsSubject(kind) && (
            <Form.Item label="关于什么" htmlFor="legal-subject">
              <Select
                id="legal-subject"
                value={subject}
                onChange={setSubject}
                options={Object.entries(LEGAL_SUBJECTS).map(([value, label]) => ({ value: value as LegalSubject, label }))}
              />
            </Form.Item>
          )}
          <Form.Item label="情况" htmlFor="legal-words" extra="只写办理需要的。家属看不到这里。">
            <Input.TextArea id="legal-words" rows={4} maxLength={1000} value={words} onChange={event => setWords(event.target.value)} />
          </Form.Item>
          <Form.Item label={owner ? `由谁负责：${owner.name}` : '由谁负责'} htmlFor="legal-owner">
            <ColleagueSelect
              id="legal-owner"
              value={undefined}
              onPerson={(id, name) => id !== undefined && setOwner({ id, name: name ?? '' })}
            />
          </Form.Item>
          <Form.Item label="发现日期" htmlFor="legal-found">
            <DayInput id="legal-found" value={foundOn} max={today} onDay={setFound} />
          </Form.Item>
          <Form.Item label="哪天前办好" htmlFor="legal-due">
            <DayInput id="legal-due" value={dueOn} min={today} onDay={setDue} />
          </Form.Item>
          <Refusal of={write} />
          <Button
            type="primary"
            size="large"
            htmlType="submit"
            loading={write.busy}
            disabled={!placed || owner === undefined || words.trim() === ''}
          >
            登记
          </Button>
        </Form>
      </Card>
    </Detail>
  );
}
