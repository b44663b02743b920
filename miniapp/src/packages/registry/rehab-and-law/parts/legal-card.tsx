import { useState } from 'react';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import { listLegalMatters, readLegalMatter } from '@guanhu/shared/law/legal-matter.routes';
import { LEGAL_ACTS, LEGAL_KINDS, LEGAL_OUTCOMES, LEGAL_STATES, LEGAL_SUBJECTS } from '@guanhu/shared/law/legal-matter.terms';
import { useRead } from '../../../../platform/api/use-read.ts';
import { phoneToday } from '../../../../platform/now.ts';
import { Card } from '../../../../ui/card/card.tsx';
import { ListItem } from '../../../../ui/list/list-item.tsx';
import { ErrorState, Loading } from '../../../../ui/states/states.tsx';
import { Tag } from '../../../../ui/tag/tag.tsx';
import { dayInWords, momentInWords } from '../../../../ui/time.ts';
import { commonWords } from '../../../../words/common.ts';
import { registryWords } from '../../../../words/registry.ts';

type Matter = AnswerOf<typeof listLegalMatters>['rows'][number];

/** Conflicts and referrals to the law; a tap tells what was done about one. */
export function LegalCard({ patientId }: { readonly patientId: string }) {
  const { value, refusal, reload } = useRead(listLegalMatters, { query: { patientId, limit: 50 } });
  const [opened, setOpened] = useState<string>();
  if (!value) return refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />;
  const today = phoneToday();
  return (
    <>
      <Card list title={registryWords.legal}>
        {value.rows.length === 0 && <ListItem title={registryWords.noLegal} last />}
        {value.rows.map((row, index) => (
          <ListItem
            key={row.matterId}
            title={
              row.subject === null ? LEGAL_KINDS[row.kind] : registryWords.rehabTitle(LEGAL_KINDS[row.kind], LEGAL_SUBJECTS[row.subject])
            }
            sub={standing(row, today)}
            aside={<Tag tone={row.late ? 'late' : row.state === 'closed' ? 'calm' : 'warn'}>{LEGAL_STATES[row.state]}</Tag>}
            last={index === value.rows.length - 1}
            onTap={() => setOpened(row.matterId === opened ? undefined : row.matterId)}
          />
        ))}
      </Card>
      {opened !== undefined && <Steps key={opened} matterId={opened} today={today} />}
    </>
  );
}

const standing = ({ ownerName, outcome, dueOn, late }: Matter, today: CalendarDate): string =>
  [
    registryWords.ownedBy(ownerName),
    outcome !== null ? LEGAL_OUTCOMES[outcome] : late ? registryWords.overdue : registryWords.by(dayInWords(dueOn, today)),
  ].join(commonWords.clauseMark);

function Steps({ matterId, today }: { readonly matterId: string; readonly today: CalendarDate }) {
  const { value, refusal, reload } = useRead(readLegalMatter, { params: { matterId } });
  if (!value) return refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />;
  return (
    <Card list title={registryWords.stepsOf(LEGAL_KINDS[value.kind])}>
      {value.steps.map((step, index) => (
        <ListItem
          key={`${step.at}${step.act}`}
          title={step.words}
          sub={[LEGAL_ACTS[step.act], step.by, momentInWords(step.at, today)].join(commonWords.clauseMark)}
          last={index === value.steps.length - 1}
        />
      ))}
    </Card>
  );
}
