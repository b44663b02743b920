import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Page } from '../../../ui/page/page.tsx';
import { mayByPost } from '../../../platform/session/may-by-post.ts';
import { LegalCard } from './parts/legal-card.tsx';
import { RehabCards } from './parts/rehab-cards.tsx';
import { registryWords } from '../../../words/registry.ts';

/** What somebody takes part in, works at, and what leads them or others to the law: looked up, and seen to at the desk. */
export default function RehabAndLawPage() {
  const { patientId = '' } = useRouter().params;
  return (
    <Page>
      {mayByPost('rehab:read') && <RehabCards patientId={patientId} />}
      {mayByPost('legal:read') && <LegalCard patientId={patientId} />}
      <View className="gh-note">{registryWords.seenToAtDesk}</View>
    </Page>
  );
}
