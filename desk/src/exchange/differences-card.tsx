import type { DifferenceAnswer } from '@guanhu/shared/exchange/exchange.contract';
import { DIFFERENCE_STATES, FIELD_LABELS, optionsOf, valueInWords, type DifferenceState } from '@guanhu/shared/exchange/difference.terms';
import { DEPARTMENTS } from '@guanhu/shared/exchange/exchange.terms';
import { answerDifference, listDifferences } from '@guanhu/shared/exchange/exchange.routes';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { usePages } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { useFilter } from '../ui/use-filter.ts';
import { Card, More } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';

const TONES: Readonly<Record<DifferenceState, Tone>> = { open: 'warn', confirmed: 'calm', corrected: 'calm', disputed: 'danger' };

/** Where the departments and the files disagree; each answers its own. */
export function DifferencesCard({ roundId }: { roundId: string }) {
  const [state, setState] = useFilter('state');
  const pages = usePages(listDifferences, {
    params: { roundId },
    query: state === undefined ? {} : { state: state as DifferenceState },
  });
  return (
    <Card
      title="不一致的地方"
      actions={
        <Select
          aria-label="按答复筛选"
          value={state}
          onChange={setState}
          allowClear
          placeholder="全部"
          style={{ minWidth: 160 }}
          options={Object.entries(DIFFERENCE_STATES).map(([value, label]) => ({ value, label }))}
        />
      }
    >
      <p className="sub">只列您的职责需要的项目。由交名单的部门自己答复；档案要改的，由社会事务办或精防医生到档案里改。</p>
      {pages.rows?.length === 0 && <p className="sub">没有。</p>}
      <ul className="plain-list">
        {pages.rows?.map(row => (
          <Line key={row.differenceId} roundId={roundId} row={row} />
        ))}
      </ul>
      <More pages={pages} />
    </Card>
  );
}

function Line({ roundId, row }: { roundId: string; row: DifferenceAnswer }) {
  const { patient, department, field, stated, known, state, value, words } = row;
  return (
    <li>
      <div className="split">
        <span>
          <strong>{patient.name}</strong>
          <span className="small">{`\u3000${patient.villageName}\u3000${FIELD_LABELS[field]}`}</span>
        </span>
        <Tag tone={TONES[state]}>{DIFFERENCE_STATES[state]}</Tag>
      </div>
      <p>{`${DEPARTMENTS[department].label}：${valueInWords(field, stated)}\u3000档案：${valueInWords(field, known)}`}</p>
      {state !== 'open' && (
        <p className="small">
          {[row.answeredBy, value === null ? null : `更正为 ${valueInWords(field, value)}`, words]
            .filter(each => each !== null)
            .join('\u3000')}
        </p>
      )}
      {row.mayAnswer && <Answer roundId={roundId} row={row} />}
    </li>
  );
}

function Answer({ roundId, row: { differenceId, field, version } }: { roundId: string; row: DifferenceAnswer }) {
  const [options, label] = [optionsOf(field), FIELD_LABELS[field]];
  const [value, setValue] = useState<string>();
  const [words, setWords] = useState('');
  const answer = useWrite(answerDifference);
  const send = (outcome: 'confirmed' | 'corrected' | 'disputed') =>
    void answer.run({
      params: { roundId, differenceId },
      body: {
        outcome,
        version,
        ...(outcome === 'corrected' && value !== undefined ? { value } : {}),
        ...(words.trim() === '' ? {} : { words: words.trim() }),
      },
    });
  return (
    <>
      <div className="fields">
        {options === undefined ? (
          <Input
            aria-label={`${label}更正为`}
            placeholder="更正为"
            maxLength={120}
            value={value}
            onChange={event => setValue(event.target.value)}
          />
        ) : (
          <Select
            aria-label={`${label}更正为`}
            placeholder="更正为"
            allowClear
            style={{ minWidth: 160 }}
            value={value ?? null}
            onChange={setValue}
            options={Object.entries(options).map(([code, words]) => ({ value: code, label: words }))}
          />
        )}
        <Input
          aria-label="说明"
          placeholder="说明（有争议时必填）"
          maxLength={300}
          value={words}
          onChange={event => setWords(event.target.value)}
        />
      </div>
      <div className="actions">
        <Button loading={answer.busy} onClick={() => send('confirmed')}>
          本部门的数据没错
        </Button>
        <Button disabled={value === undefined || value.trim() === ''} loading={answer.busy} onClick={() => send('corrected')}>
          更正
        </Button>
        <Button disabled={words.trim() === ''} loading={answer.busy} onClick={() => send('disputed')}>
          有争议
        </Button>
      </div>
      <Refusal of={answer} />
    </>
  );
}
