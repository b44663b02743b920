import { doseInWords } from '@guanhu/shared/medication/dose.rules';
import { ARRIVALS, ARRIVAL_KEYS, REGIMEN_END_REASONS, REGIMEN_SOURCES } from '@guanhu/shared/medication/medication.terms';
import type { RegimenAnswer } from '@guanhu/shared/medication/regimen.contract';
import { listRegimens } from '@guanhu/shared/medication/regimen.routes';
import type { DispensingAnswer } from '@guanhu/shared/medication/supply.contract';
import { listDispensings, listInjections, recordArrival } from '@guanhu/shared/medication/supply.routes';
import { Button, Collapse } from 'antd';
import type { ReactNode } from 'react';
import { usePages, type Pages } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { More } from '../ui/columns.tsx';
import { Loading, Problem, Refusal } from '../ui/states.tsx';
import { dayInWords, todayInChina } from '../ui/words.ts';

/** Everything that was ordered, injected and given out, folded away until somebody looks. */
export const MedicationHistory = ({ patientId, mayRecord }: { patientId: string; mayRecord: boolean }) => (
  <Collapse
    ghost
    destroyOnHidden
    items={[
      { key: 'regimens', label: '以前的用药方案', children: <Regimens patientId={patientId} /> },
      { key: 'injections', label: '打针记录', children: <Injections patientId={patientId} /> },
      { key: 'dispensings', label: '领药记录', children: <Dispensings patientId={patientId} mayRecord={mayRecord} /> },
    ]}
  />
);

function Lines<Row>({ pages, none, line }: { pages: Pages<Row>; none: string; line: (row: Row) => ReactNode }) {
  if (pages.rows === undefined) return pages.refusal ? <Problem refusal={pages.refusal} again={pages.again} /> : <Loading />;
  return (
    <>
      {pages.rows.length === 0 && <p className="sub">{none}</p>}
      <ul className="plain-list">{pages.rows.map(line)}</ul>
      <More pages={pages} />
    </>
  );
}

const Regimens = ({ patientId }: { patientId: string }) => (
  <Lines
    pages={usePages(listRegimens, { params: { patientId } })}
    none="还没有用药方案。"
    line={one => (
      <li key={one.regimenId}>
        {spanOf(one)}
        <span className="small">
          {`\u3000${one.drugs === null ? REGIMEN_SOURCES[one.source] : one.drugs.map(drug => `${drug.name} ${doseInWords(drug)}`).join('；')}`}
          {one.endReason !== null && `（${REGIMEN_END_REASONS[one.endReason]}）`}
        </span>
      </li>
    )}
  />
);

function spanOf({ since, until }: RegimenAnswer): string {
  if (until === null) return `${dayInWords(since)} 起`;
  return until < since ? `${dayInWords(since)}，当天更正` : `${dayInWords(since)} 至 ${dayInWords(until)}`;
}

const Injections = ({ patientId }: { patientId: string }) => (
  <Lines
    pages={usePages(listInjections, { params: { patientId } })}
    none="还没有打针记录。"
    line={one => (
      <li key={one.injectionId}>
        {dayInWords(one.givenOn)}
        <span className="small">{`\u3000${one.drug} ${one.mg} 毫克，${one.place}，${one.givenBy}${one.note === null ? '' : `，${one.note}`}`}</span>
      </li>
    )}
  />
);

const Dispensings = ({ patientId, mayRecord }: { patientId: string; mayRecord: boolean }) => (
  <Lines
    pages={usePages(listDispensings, { params: { patientId } })}
    none="还没有领药记录。"
    line={one => (
      <li key={one.dispensingId} className="split">
        <span>
          {dayInWords(one.givenOn)}
          <span className="small">{`\u3000${one.drug}${amountOf(one)}，${one.givenBy}${one.free ? '，免费药' : ''}`}</span>
        </span>
        {one.arrival ? (
          <span className="small">{`${dayInWords(one.arrival.on)} ${ARRIVALS[one.arrival.how]}`}</span>
        ) : (
          mayRecord && <Arrive patientId={patientId} dispensingId={one.dispensingId} />
        )}
      </li>
    )}
  />
);

function Arrive({ patientId, dispensingId }: { patientId: string; dispensingId: string }) {
  const record = useWrite(recordArrival);
  return (
    <span className="actions">
      {ARRIVAL_KEYS.map(how => (
        <Button
          key={how}
          size="small"
          loading={record.busy}
          onClick={() => void record.run({ params: { patientId, dispensingId }, body: { how, on: todayInChina() } })}
        >
          {`今天${ARRIVALS[how]}`}
        </Button>
      ))}
      <Refusal of={record} />
    </span>
  );
}

const amountOf = ({ tablets, mgPerTablet, days }: DispensingAnswer): string =>
  [
    tablets === null || mgPerTablet === null ? '' : ` ${tablets} 片（每片 ${mgPerTablet} 毫克）`,
    days === null ? '' : ` ${days} 天的量`,
  ].join('');
