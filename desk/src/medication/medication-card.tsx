import { addDays } from '@guanhu/shared/kernel/calendar-date';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import { doseInWords } from '@guanhu/shared/medication/dose.rules';
import { NOT_TAKEN_REASONS, REGIMEN_END_REASONS, REGIMEN_SOURCES, REGULARITIES } from '@guanhu/shared/medication/medication.terms';
import { readMedication } from '@guanhu/shared/medication/regimen.routes';
import { ADHERENCES } from '@guanhu/shared/visits/visits.terms';
import { Button } from 'antd';
import { useState } from 'react';
import { useRead } from '../app/queries.ts';
import { Card, Facts } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords } from '../ui/words.ts';
import { DispensingDialog } from './dispensing-dialog.tsx';
import { EndDialog } from './end-dialog.tsx';
import { InjectionDialog } from './injection-dialog.tsx';
import { MedicationHistory } from './medication-history.tsx';
import { RegimenDialog } from './regimen-dialog.tsx';

type Overview = AnswerOf<typeof readMedication>;

/** 用药: what is ordered, whether it is taken, what is injected, how long it lasts; with the doctor's and the team's forms. */
export function MedicationCard({ patientId }: { patientId: string }) {
  const medicine = useRead(readMedication, { params: { patientId } });
  return (
    <Card title="用药">
      <Answered of={medicine}>{overview => <Medicine patientId={patientId} of={overview} />}</Answered>
    </Card>
  );
}

type Form = 'order' | 'end' | 'injection' | 'dispensing';

function Medicine({ patientId, of }: { patientId: string; of: Overview }) {
  const [form, setForm] = useState<Form>();
  const close = () => setForm(undefined);
  return (
    <>
      <Order of={of} />
      <Facts of={[...adherenceFacts(of), ...supplyFacts(of)]} />
      <div className="actions">
        {of.mayOrder && <Button onClick={() => setForm('order')}>{of.ordered ? '调整用药方案' : '登记用药方案'}</Button>}
        {of.mayOrder && of.ordered && of.regimen && <Button onClick={() => setForm('end')}>医嘱停药</Button>}
        {of.mayRecord && of.injectionsDue.length > 0 && <Button onClick={() => setForm('injection')}>记打针</Button>}
        {of.mayRecord && <Button onClick={() => setForm('dispensing')}>记领药</Button>}
      </div>
      <MedicationHistory patientId={patientId} mayRecord={of.mayRecord} />
      {form === 'order' && <RegimenDialog patientId={patientId} of={of} onClose={close} />}
      {form === 'end' && of.regimen && <EndDialog patientId={patientId} regimenId={(of.coming ?? of.regimen).regimenId} onClose={close} />}
      {form === 'injection' && <InjectionDialog patientId={patientId} due={of.injectionsDue} onClose={close} />}
      {form === 'dispensing' && <DispensingDialog patientId={patientId} regimen={of.regimen} onClose={close} />}
    </>
  );
}

function Order({ of: { regimen, ordered, coming } }: { of: Overview }) {
  const from = [regimen?.prescriber, regimen?.hospital].filter(Boolean).join('，');
  return (
    <>
      {!regimen && <p className="sub">还没有用药方案。</p>}
      {regimen && !ordered && (
        <p className="sub">{`现在不用药${regimen.endReason === null ? '' : `：${REGIMEN_END_REASONS[regimen.endReason]}`}`}</p>
      )}
      {regimen && ordered && regimen.drugs === null && (
        <p className="sub">{`在服药。${REGIMEN_SOURCES[regimen.source]}，请精防医生登记。`}</p>
      )}
      {regimen && ordered && regimen.drugs && (
        <ul className="plain-list" aria-label="现在的用药">
          {regimen.drugs.map(drug => (
            <li key={drug.name} className="split">
              <strong>{drug.name}</strong>
              <span>{doseInWords(drug)}</span>
            </li>
          ))}
        </ul>
      )}
      {regimen && ordered && (
        <p className="small">
          {`从 ${dayInWords(regimen.since)} 起${regimen.until === null ? '' : `，到 ${dayInWords(regimen.until)} 止`}${from === '' ? '' : `，${from} 开的方案`}`}
          {regimen.note !== null && `；${regimen.note}`}
        </p>
      )}
      {coming?.drugs && (
        <p className="small">{`${dayInWords(coming.since)} 起改为：${coming.drugs.map(drug => `${drug.name} ${doseInWords(drug)}`).join('；')}`}</p>
      )}
    </>
  );
}

/** A proposal with its counts. What families said is never held against them. */
function adherenceFacts({
  adherence: { from, to, regularity, taken, partly, notTaken, unanswered, backfilled, reasons },
  found,
}: Overview) {
  const said = `吃过 ${taken} 天，没吃全 ${partly} 天，没有吃 ${notTaken} 天，没有确认 ${unanswered} 天`;
  const why = reasons.map(each => `${NOT_TAKEN_REASONS[each.why]} ${each.days} 天`).join('，');
  return [
    [
      '按家属确认看',
      <>
        {REGULARITIES[regularity]}
        <br />
        <span className="small">{`${dayInWords(from)} 至 ${dayInWords(to)}：${said}${backfilled > 0 ? `（补记 ${backfilled} 天）` : ''}`}</span>
        {why !== '' && <br />}
        {why !== '' && <span className="small">{`原因：${why}`}</span>}
      </>,
    ],
    ['最近一次随访填的', found === null ? '还没有填过' : `${ADHERENCES[found.adherence]}（${dayInWords(found.on)}）`],
  ] as const;
}

function supplyFacts({ today, injectionsDue, lastInjection, stock, runsOutOn }: Overview) {
  const last =
    lastInjection === null ? '' : `，上次 ${dayInWords(lastInjection.givenOn)} 在${lastInjection.place}，${lastInjection.givenBy}`;
  return [
    ...injectionsDue.map(
      each =>
        [
          each.drug,
          <span key={each.drug}>
            {`${dayInWords(each.dueOn)} 打 ${each.eachMg} 毫克${last}`} {each.dueOn < today && <Tag tone="warn">该打了</Tag>}
          </span>,
        ] as const,
    ),
    [
      '家里的药',
      runsOutOn === null ? (
        '还没有记过领药，算不出够吃到哪天'
      ) : (
        <>
          {runsOutOn <= today ? <Tag tone="warn">算下来已经吃完</Tag> : `够吃到 ${dayInWords(addDays(runsOutOn, -1))}`}
          {stock.length > 1 && (
            <span className="small">
              {`\u3000${stock.map(each => `${each.drug}${each.runsOutOn === null ? '算不出' : ` ${dayInWords(addDays(each.runsOutOn, -1))}`}`).join('；')}`}
            </span>
          )}
        </>
      ),
    ],
  ] as const;
}
