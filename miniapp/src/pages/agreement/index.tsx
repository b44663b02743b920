import { myPassbook } from '@guanhu/shared/payouts/payouts.routes';
import { useRead } from '../../platform/api/use-read.ts';
import { Page } from '../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../ui/states/states.tsx';
import { AgreementCards } from './parts/agreement-cards.tsx';
import { ApplicationsCard } from './parts/applications-card.tsx';
import { agreementWords } from '../../words/agreement.ts';

/** The passbook: expected until two people decide; every line can be asked about. */
export default function AgreementTab() {
  const { value, refusal, reload } = useRead(myPassbook, { keep: true });
  const agreements = value?.agreements ?? [];
  return (
    <Page title={agreementWords.title} tab="agreement">
      {!value && (refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />)}
      {value && agreements.length === 0 && <Empty title={agreementWords.noAgreement} sub={agreementWords.noAgreementSub} />}
      {agreements.map(agreement => (
        <AgreementCards key={agreement.id} agreement={agreement} />
      ))}
      {value && <ApplicationsCard agreements={agreements} />}
    </Page>
  );
}
