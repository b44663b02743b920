import type { ReliefOutlook } from '@guanhu/shared/relief/relief.contract';
import { tellFact } from '@guanhu/shared/relief/relief.routes';
import { FACT_ANSWERS, RELIEF_FACTS, type FactAnswer } from '@guanhu/shared/relief/relief.terms';
import { Radio } from 'antd';
import { useWrite } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';

/** What neither the file nor anybody has said yet. An answer that turns out wrong is answered again. */
export function QuestionsCard({ outlook: { patientId, questions, may } }: { outlook: ReliefOutlook }) {
  const tell = useWrite(tellFact);
  if (!may.tell || questions.length === 0) return null;
  return (
    <Card title="还要问清楚的">
      <Refusal of={tell} />
      <ul className="rows">
        {questions.map(fact => (
          <li key={fact} className="split" style={{ paddingBlock: 6 }}>
            <span>{RELIEF_FACTS[fact].ask ?? RELIEF_FACTS[fact].label}</span>
            <Radio.Group
              aria-label={RELIEF_FACTS[fact].label}
              disabled={tell.busy}
              onChange={event => void tell.run({ params: { patientId }, body: { fact, answer: event.target.value as FactAnswer } })}
              options={Object.entries(FACT_ANSWERS).map(([value, label]) => ({ value, label }))}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
