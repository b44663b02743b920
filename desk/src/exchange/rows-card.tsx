import type { RowAnswer } from '@guanhu/shared/exchange/exchange.contract';
import { DEPARTMENTS, ROW_VERDICTS, VERDICT_KEYS, type RowVerdict } from '@guanhu/shared/exchange/exchange.terms';
import { listRows, matchRow } from '@guanhu/shared/exchange/exchange.routes';
import { isPartialDate, partialInWords } from '@guanhu/shared/kernel/partial-date';
import { Button, Radio, Select } from 'antd';
import { useState } from 'react';
import { usePages } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { useFilter } from '../ui/use-filter.ts';
import { Card, More } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';

const TONES: Readonly<Record<RowVerdict, Tone>> = { matched: 'calm', candidate: 'warn', unknown: 'plain', refused: 'danger' };
const bornInWords = (born: string | null): string => (born !== null && isPartialDate(born) ? `${partialInWords(born)}生` : '出生日期不详');

/** The lines of the lists; those that wait for a person first. */
export function RowsCard({ roundId, mayMatch }: { roundId: string; mayMatch: boolean }) {
  const [chosen, setVerdict] = useFilter('verdict');
  const verdict = (chosen ?? 'candidate') as RowVerdict;
  const pages = usePages(listRows, { params: { roundId }, query: { verdict } });
  return (
    <Card
      title="逐行结论"
      actions={
        <Select
          aria-label="按结论筛选"
          value={verdict}
          onChange={setVerdict}
          style={{ minWidth: 160 }}
          options={VERDICT_KEYS.map(value => ({ value, label: ROW_VERDICTS[value] }))}
        />
      }
    >
      {pages.rows?.length === 0 && <p className="sub">没有“{ROW_VERDICTS[verdict]}”的行。</p>}
      <ul className="plain-list">
        {pages.rows?.map(row => (
          <Line key={row.rowId} roundId={roundId} row={row} mayMatch={mayMatch} />
        ))}
      </ul>
      <More pages={pages} />
    </Card>
  );
}

function Line({ roundId, row, mayMatch }: { roundId: string; row: RowAnswer; mayMatch: boolean }) {
  return (
    <li>
      <div className="split">
        <span>
          <strong>{row.name || '（没有姓名）'}</strong>
          <span className="small">
            {`\u3000${DEPARTMENTS[row.department].label} ${row.sheet === '' ? `第 ${row.row} 人` : `${row.sheet} 第 ${row.row} 行`}\u3000${bornInWords(row.born)}`}
          </span>
        </span>
        <Tag tone={TONES[row.verdict]}>{ROW_VERDICTS[row.verdict]}</Tag>
      </div>
      {row.reasons.map(({ code, say }) => (
        <p key={code} className="small">
          {say}
        </p>
      ))}
      {row.verdict === 'candidate' &&
        (mayMatch ? <Decide roundId={roundId} row={row} /> : <p className="small">等社会事务办或精防医生确认是谁。</p>)}
    </li>
  );
}

/** Whom the line means: one of those it may mean, or nobody of the township. */
function Decide({ roundId, row: { rowId, candidates, version } }: { roundId: string; row: RowAnswer }) {
  const [patientId, setPatient] = useState<string>();
  const match = useWrite(matchRow);
  const send = () =>
    patientId !== undefined &&
    void match.run({ params: { roundId, rowId }, body: { patientId: patientId === 'nobody' ? null : patientId, version } });
  return (
    <>
      <Radio.Group
        value={patientId}
        onChange={event => setPatient(event.target.value as string)}
        options={[
          ...candidates.map(one => ({ value: one.patientId, label: `${one.name}（${one.villageName}，${bornInWords(one.born)}）` })),
          { value: 'nobody', label: '都不是，本镇没有这个人的档案' },
        ]}
      />
      <Button disabled={patientId === undefined} loading={match.busy} onClick={send}>
        确定
      </Button>
      <Refusal of={match} />
    </>
  );
}
