import { readOutlook } from '@guanhu/shared/relief/relief.routes';
import { useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { Detail } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';
import { BenefitsCard } from './benefits-card.tsx';
import { EstimateCard } from './estimate-card.tsx';
import { LedgerCard } from './ledger-card.tsx';
import { QuestionsCard } from './questions-card.tsx';

/** What a family could have, with what is still to be asked, its ledger and an estimate. */
export function OutlookCards({ patientId }: { patientId: string }) {
  const outlook = useRead(readOutlook, { params: { patientId } });
  return (
    <Answered of={outlook}>
      {answer => (
        <div className="stack">
          <QuestionsCard outlook={answer} />
          <BenefitsCard outlook={answer} />
          <LedgerCard outlook={answer} />
          <EstimateCard outlook={answer} />
        </div>
      )}
    </Answered>
  );
}

/** The same as a place of its own, for offices that do not open the file. */
export function OutlookPage() {
  const { patientId = '' } = useParams();
  const outlook = useRead(readOutlook, { params: { patientId } });
  return (
    <Detail over="可以享受的救助" title={outlook.data?.patientName ?? '救助'}>
      <OutlookCards patientId={patientId} />
    </Detail>
  );
}
