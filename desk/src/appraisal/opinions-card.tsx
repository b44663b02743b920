import type { AppraisalDetail } from '@guanhu/shared/appraisal/appraisal.contract';
import { APPRAISAL_OUTCOMES, DUTY_CLAUSES } from '@guanhu/shared/appraisal/appraisal.terms';
import { Card } from '../ui/columns.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords, instantInWords } from '../ui/words.ts';

/** Who said what. */
export const OpinionsCard = ({ opinions }: { opinions: AppraisalDetail['opinionsGiven'] }) => (
  <Card title="两人意见">
    {opinions.length === 0 && <p className="sub">还没有人认定</p>}
    <ul className="plain-list">
      {opinions.map(each => (
        <li key={each.by + each.at}>
          <div className="split">
            <span>
              <strong>{each.by}</strong>
              {each.mine && '（您）'}
              {each.round > 1 && `（异议后第${each.round}轮）`}&emsp;<span className="small">{instantInWords(each.at)}</span>
            </span>
            <Tag tone={each.outcome === 'full' ? 'calm' : 'warn'}>{`${APPRAISAL_OUTCOMES[each.outcome]}（${each.payPercent}%）`}</Tag>
          </div>
          {each.breaches.map(breach => (
            <p key={breach.clause} className="small">
              未做到「{DUTY_CLAUSES[breach.clause]}」：{breach.evidence}
            </p>
          ))}
          {each.guardianHeardOn !== null && <p className="small">{dayInWords(each.guardianHeardOn)} 听取了监护人的意见</p>}
          {each.note !== null && <p className="small">{each.note}</p>}
        </li>
      ))}
    </ul>
  </Card>
);
