import { useMayByPost } from '../app/use-me.ts';
import { Detail } from '../ui/columns.tsx';
import { ExportsCard } from './exports-card.tsx';
import { HandedInCard } from './handed-in-card.tsx';
import { OpeningsCard } from './openings-card.tsx';
import { RequestsCard } from './requests-card.tsx';
import { RetentionCard } from './retention-card.tsx';

/** Rights of the people whose data are kept, and what is asked afterwards about exceptions. */
export function RightsPage() {
  const [answers, exports, keeps] = [useMayByPost('request:read'), useMayByPost('export:read'), useMayByPost('retention:read')];
  const looksAtPhones = useMayByPost('handed-in:read');
  return (
    <div className="place one">
      <main>
        <Detail over="个人信息保护" title="权利与复核">
          {answers && <RequestsCard />}
          {looksAtPhones && <HandedInCard />}
          <OpeningsCard />
          {exports && <ExportsCard />}
          {keeps && <RetentionCard />}
        </Detail>
      </main>
    </div>
  );
}
