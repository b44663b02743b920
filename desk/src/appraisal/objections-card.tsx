import type { AppraisalDetail } from '@guanhu/shared/appraisal/appraisal.contract';
import { OBJECTION_LEVELS, OBJECTION_STATES, OBJECTION_WAYS } from '@guanhu/shared/appraisal/appraisal.terms';
import { Card } from '../ui/columns.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords, instantInWords } from '../ui/words.ts';
import { OBJECTION_TONES } from './appraisal-tones.ts';

type Objection = AppraisalDetail['objections'][number];

/** What the guardian holds against the decision, level by level, with the answers. */
export const ObjectionsCard = ({ objections }: { objections: readonly Objection[] }) => (
  <Card title="异议">
    <ul className="plain-list">
      {objections.map(each => (
        <li key={each.id}>
          <ObjectionFacts objection={each} />
        </li>
      ))}
    </ul>
  </Card>
);

/** One objection: who, when, in which words, and what became of it. */
export const ObjectionFacts = ({ objection }: { objection: Objection }) => (
  <>
    <div className="split">
      <span>
        <strong>{OBJECTION_LEVELS[objection.level]}</strong>&emsp;
        <span className="small">{`${OBJECTION_WAYS[objection.way]} ${objection.madeBy} ${instantInWords(objection.at)}`}</span>
      </span>
      <Tag tone={OBJECTION_TONES[objection.state]}>{OBJECTION_STATES[objection.state]}</Tag>
    </div>
    {objection.words !== null && <p>{objection.words}</p>}
    {objection.words === null && objection.hasVoice && <p className="sub">只有录音</p>}
    {objection.answer ? (
      <p className="small">{`${objection.answer.by} ${instantInWords(objection.answer.at)} 答复：${objection.answer.reasons}`}</p>
    ) : (
      objection.state === 'open' && (
        <p className="small">{`${objection.officer ?? '还没有人负责'}，${dayInWords(objection.dueOn)}前答复`}</p>
      )
    )}
  </>
);
