import type { ChangeAnswer } from '@guanhu/shared/exchange/exchange.contract';
import { FIELD_LABELS, valueInWords, type ExchangeField } from '@guanhu/shared/exchange/difference.terms';
import { listChanges } from '@guanhu/shared/exchange/exchange.routes';
import { usePages } from '../app/queries.ts';
import { Card, More } from '../ui/columns.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';

const KINDS: Readonly<Record<ChangeAnswer['kind'], { readonly tone: Tone; readonly words: string }>> = {
  added: { tone: 'warn', words: '新增' },
  gone: { tone: 'warn', words: '不再出现' },
  changed: { tone: 'plain', words: '有变化' },
};
type Outcome = ChangeAnswer['fields'][number]['after'];
const outcomeInWords = (field: ExchangeField, one: Outcome): string =>
  one === null ? '没有' : one.agreed ? valueInWords(field, one.value) : '没有谈拢';

/** What is another than in the month before. */
export function ChangesCard({ roundId }: { roundId: string }) {
  const pages = usePages(listChanges, { params: { roundId } });
  return (
    <Card title="与上个月相比">
      {pages.rows?.length === 0 && <p className="sub">没有变化。</p>}
      <ul className="plain-list">
        {pages.rows?.map(({ patient, kind, fields }) => (
          <li key={patient.patientId}>
            <div className="split">
              <span>
                <strong>{patient.name}</strong>
                <span className="small">{`\u3000${patient.villageName}`}</span>
              </span>
              <Tag tone={KINDS[kind].tone}>{KINDS[kind].words}</Tag>
            </div>
            {fields.map(({ field, before, after }) => (
              <p key={field} className="small">
                {`${FIELD_LABELS[field]}：${outcomeInWords(field, before)} → ${outcomeInWords(field, after)}`}
              </p>
            ))}
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </Card>
  );
}
