import type { AppraisalDetail } from '@guanhu/shared/appraisal/appraisal.contract';
import { readAppraisal } from '@guanhu/shared/appraisal/appraisal.routes';
import { APPRAISAL_STATES, PROPOSALS } from '@guanhu/shared/appraisal/appraisal.terms';
import { useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { Amount } from '../ui/amount.tsx';
import { Chain } from '../ui/chain.tsx';
import { Card, Detail } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { spanInWords } from '../ui/words.ts';
import { appraisalChain } from './appraisal-chain.ts';
import { ClausesTable } from './clauses-table.tsx';
import { ForGuardianCard } from './for-guardian-card.tsx';
import { ObjectionsCard } from './objections-card.tsx';
import { EvidenceCard } from './evidence-card.tsx';
import { OpinionForm } from './opinion-form.tsx';
import { OpinionsCard } from './opinions-card.tsx';
import { YearStopCard } from './year-stop-card.tsx';

/** One period of one agreement: what was counted, what is proposed, what two people say. */
export function AppraisalPage() {
  const { appraisalId = '' } = useParams();
  const appraisal = useRead(readAppraisal, { params: { appraisalId } });
  return <Answered of={appraisal}>{answer => <Appraisal appraisal={answer} />}</Answered>;
}

const Appraisal = ({ appraisal }: { appraisal: AppraisalDetail }) => (
  <Detail
    over={`${appraisal.agreementNumber} · ${spanInWords(appraisal.from, appraisal.to)} · ${APPRAISAL_STATES[appraisal.state]}`}
    title={`${appraisal.guardianName} 监护 ${appraisal.patientName}`}
    actions={<Amount big fen={appraisal.decidedFen ?? appraisal.fullFen} />}
  >
    <Chain label="认定进度" steps={appraisalChain(appraisal)} />
    {appraisal.proposal !== null && (
      <Card title="系统建议">
        <p>
          <Tag tone={appraisal.proposal === 'full' ? 'calm' : 'warn'}>{PROPOSALS[appraisal.proposal]}</Tag>&emsp;
          {appraisal.reasons.join('；')}
        </p>
        <p className="small">系统只建议全额或请人核实，从不建议扣减；怎么定由两个人说了算。</p>
      </Card>
    )}
    {appraisal.evidence && <EvidenceCard evidence={appraisal.evidence} later={appraisal.later} />}
    <ClausesTable clauses={appraisal.clauses} />
    <OpinionsCard opinions={appraisal.opinionsGiven} />
    {appraisal.objections.length > 0 && <ObjectionsCard objections={appraisal.objections} />}
    {appraisal.mayOpine && <OpinionForm appraisal={appraisal} />}
    <ForGuardianCard appraisal={appraisal} />
    <YearStopCard appraisal={appraisal} />
  </Detail>
);
