import { listAssessments, readStanding } from '@guanhu/shared/assessment/assessment.routes';
import { CYCLES, CYCLE_STATES } from '@guanhu/shared/assessment/assessment.terms';
import { STABILITIES } from '@guanhu/shared/policy/stability.terms';
import { Button } from 'antd';
import { useState } from 'react';
import { usePages, useRead } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { Card, More } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords } from '../ui/words.ts';
import { CYCLE_TONES, examWords } from './assessment-words.ts';
import { ExamForm } from './exam-form.tsx';
import { ReviewForm } from './review-form.tsx';

/** What is to be assessed when, the forms for it, and what was found before. */
export function AssessmentsCard({ patientId }: { patientId: string }) {
  const [mayReview, mayExamine] = [useMayByPost('assessment:review'), useMayByPost('assessment:examine')];
  const [open, setOpen] = useState<'review' | 'exam'>();
  const close = () => setOpen(undefined);
  const standing = useRead(readStanding, { params: { patientId } });
  const pages = usePages(listAssessments, { params: { patientId } });
  return (
    <Card
      title="评估与体检"
      actions={
        open === undefined && (
          <span className="actions">
            {mayReview && <Button onClick={() => setOpen('review')}>记录评估</Button>}
            {mayExamine && <Button onClick={() => setOpen('exam')}>记录体检</Button>}
          </span>
        )
      }
    >
      <Answered of={standing}>
        {({ cycles }) => (
          <ul className="plain-list" aria-label="下次评估和体检">
            {cycles.map(each => (
              <li key={each.cycle} className="split">
                <span>
                  {CYCLES[each.cycle]}：{dayInWords(each.dueOn)} 前
                  <span className="small">{`\u3000${each.lastDoneOn === null ? '还没有做过' : `上次 ${dayInWords(each.lastDoneOn)}`}`}</span>
                </span>
                <Tag tone={CYCLE_TONES[each.state]}>{CYCLE_STATES[each.state]}</Tag>
              </li>
            ))}
          </ul>
        )}
      </Answered>
      {open === 'review' && <ReviewForm patientId={patientId} onClose={close} />}
      {open === 'exam' && <ExamForm patientId={patientId} onClose={close} />}
      <ul className="plain-list" aria-label="评估和体检记录">
        {pages.rows?.map(one => (
          <li key={one.id}>
            <div className="split">
              <span>
                {dayInWords(one.on)}&emsp;{CYCLES[one.cycle]}
                <span className="small">&emsp;{one.byName}</span>
              </span>
              {one.band && <Tag>{`${one.band.label}，按第 ${one.policySeq} 版`}</Tag>}
            </div>
            {one.risk !== null && one.stability !== null && (
              <p className="small">{`危险性 ${one.risk} 级，${STABILITIES[one.stability].label}${one.note === null ? '' : `。${one.note}`}`}</p>
            )}
            {one.values && <p className="small">{[one.where, examWords(one.values)].filter(Boolean).join('：')}</p>}
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </Card>
  );
}
