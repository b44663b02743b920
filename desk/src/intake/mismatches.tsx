import type { ImportPreview } from '@guanhu/shared/intake/intake.contract';
import type { MismatchCode } from '@guanhu/shared/intake/import.words';
import { answerImport } from '@guanhu/shared/intake/intake.routes';
import { Button, Radio, Select } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import type { PreviewRow } from './patient-rows.ts';

type Mismatch = ImportPreview['mismatches'][number];
/** More options than this do not fit beside each other. */
const MOST_RADIOS = 5;
const VILLAGE_CODES: ReadonlySet<string> = new Set(['villageUnknown', 'villageAmbiguous', 'villageTwoNames'] satisfies MismatchCode[]);

/** What the import could not decide: a person does. The rest only to be seen. */
export function Mismatches({ preview }: { preview: ImportPreview }) {
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const send = useWrite(answerImport, () => setChosen({}));
  const toAnswer = preview.mismatches.filter(each => each.options.length > 0);
  const toSee = preview.mismatches.filter(each => each.options.length === 0);
  if (preview.mismatches.length === 0) return null;
  const editable = preview.state === 'previewed';
  const rows = new Map(preview.rows.map(row => [row.key, row]));
  const submit = () => send.run({ params: { importId: preview.importId }, body: { answers: { ...chosen }, version: preview.version } });
  return (
    <>
      {toAnswer.length > 0 && (
        <Card
          title="需要您回答"
          actions={
            editable && (
              <Button type="primary" disabled={Object.keys(chosen).length === 0} loading={send.busy} onClick={() => void submit()}>
                提交回答
              </Button>
            )
          }
        >
          <Refusal of={send} />
          <ul className="plain-list">
            {[...toAnswer]
              .sort((a, b) => Number(b.open) - Number(a.open))
              .map(one => (
                <li key={one.key}>
                  <Question
                    one={one}
                    where={placesOf(one, rows)}
                    answer={chosen[one.key] ?? one.answer}
                    onAnswer={editable ? value => setChosen(before => ({ ...before, [one.key]: value })) : undefined}
                  />
                </li>
              ))}
          </ul>
        </Card>
      )}
      {toSee.length > 0 && (
        <Card title="请留意">
          <ul className="plain-list">
            {toSee.map(one => (
              <li key={one.key}>
                {one.say}
                <span className="small">&emsp;{placesOf(one, rows)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

/** The rows it is about, with what the file has there for a person to recognise it: the village's name where that is asked about. */
function placesOf(one: Mismatch, rows: ReadonlyMap<string, PreviewRow>): string {
  const about = one.rows.flatMap(key => rows.get(key) ?? []);
  const villages = VILLAGE_CODES.has(one.code)
    ? [...new Set(about.map(row => row.village).filter(name => name !== ''))].map(name => `写作「${name}」`)
    : [];
  return [...villages, ...about.map(row => `${row.sheet} 第 ${row.row} 行 ${row.patient}`)].join('、');
}

type QuestionProps = { one: Mismatch; where: string; answer: string | null; onAnswer: ((value: string) => void) | undefined };

function Question({ one, where, answer, onAnswer }: QuestionProps) {
  const name = `${one.say}（${where}）`;
  const options = [...one.options];
  return (
    <div role="group" aria-label={name}>
      <div className="split">
        <span>
          {one.say}
          <span className="small">&emsp;{where}</span>
        </span>
        <Tag tone={one.open ? 'warn' : 'calm'}>{one.open ? '待回答' : '已回答'}</Tag>
      </div>
      {options.length <= MOST_RADIOS ? (
        <Radio.Group
          options={options}
          value={answer}
          disabled={!onAnswer}
          onChange={event => onAnswer?.(String(event.target.value))}
          style={{ display: 'flex', flexWrap: 'wrap', marginTop: 6 }}
        />
      ) : (
        <Select
          aria-label={name}
          options={options}
          value={answer}
          disabled={!onAnswer}
          onChange={value => onAnswer?.(value)}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="请选择"
          style={{ minWidth: 240, marginTop: 6 }}
        />
      )}
    </div>
  );
}
