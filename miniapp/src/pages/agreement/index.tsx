import { myPassbook } from '@guanhu/shared/payouts/payouts.routes';
import { useRead } from '../../platform/api/use-read.ts';
import { useFontScale } from '../../platform/font-scale/use-font-scale.ts';
import { phoneToday } from '../../platform/now.ts';
import { InTurn } from '../../ui/in-turn/in-turn.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../ui/states/states.tsx';
import { AgreementPart } from './parts/agreement-part.tsx';
import { ApplicationsCard, useApplications } from './parts/applications-card.tsx';
import { partsOf } from './passbook.ts';
import { agreementWords } from '../../words/agreement.ts';

/** The passbook: expected until two people decide; every line can be asked about. In large type a card at a time, what waits first. */
export default function AgreementTab() {
  const { value, refusal, reload } = useRead(myPassbook, { keep: true });
  const agreements = value?.agreements ?? [];
  const applications = useApplications(agreements);
  const { care } = useFontScale();
  const parts = agreements.flatMap(agreement =>
    partsOf(agreement, phoneToday(), care).map((part, index) => ({ key: `${agreement.id} ${String(index)}`, agreement, part })),
  );
  const applied = applications.rows.length + applications.open.length > 0 ? [{ key: 'applications' as const }] : [];
  return (
    <Page title={agreementWords.title} tab="agreement">
      {!value && (refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />)}
      {value && agreements.length === 0 && <Empty title={agreementWords.noAgreement} sub={agreementWords.noAgreementSub} />}
      {value && (
        <InTurn of={[...parts, ...applied]} keyOf={({ key }) => key}>
          {one => ('part' in one ? <AgreementPart agreement={one.agreement} part={one.part} /> : <ApplicationsCard {...applications} />)}
        </InTurn>
      )}
    </Page>
  );
}
