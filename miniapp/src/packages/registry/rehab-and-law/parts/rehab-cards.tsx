import { readRehabOfPatient } from '@guanhu/shared/rehabilitation/rehabilitation.routes';
import { EMPLOYMENT_KINDS, REHAB_ENDS, REHAB_KINDS, REHAB_ORIGINS } from '@guanhu/shared/rehabilitation/rehabilitation.terms';
import { useRead } from '../../../../platform/api/use-read.ts';
import { Card } from '../../../../ui/card/card.tsx';
import { ListItem } from '../../../../ui/list/list-item.tsx';
import { ErrorState, Loading } from '../../../../ui/states/states.tsx';
import { Tag } from '../../../../ui/tag/tag.tsx';
import { monthDay } from '../../../../ui/time.ts';
import { commonWords } from '../../../../words/common.ts';
import { registryWords } from '../../../../words/registry.ts';

/** Programmes with how often they came, and work; what goes on stands first. */
export function RehabCards({ patientId }: { readonly patientId: string }) {
  const { value, refusal, reload } = useRead(readRehabOfPatient, { params: { patientId } });
  if (!value) return refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />;
  const { programmes, employment } = value;
  return (
    <>
      <Card list title={registryWords.rehab}>
        {programmes.length === 0 && <ListItem title={registryWords.noRehab} last />}
        {programmes.map((one, index) => (
          <ListItem
            key={one.participantId}
            title={registryWords.rehabTitle(one.what, REHAB_KINDS[one.kind])}
            sub={[
              one.place,
              REHAB_ORIGINS[one.origin],
              one.until === null
                ? registryWords.sinceDay(monthDay(one.since))
                : registryWords.fromTo(monthDay(one.since), monthDay(one.until)),
              one.end === null ? '' : REHAB_ENDS[one.end],
              one.cameOn === null ? '' : registryWords.cameLast(monthDay(one.cameOn)),
            ]
              .filter(Boolean)
              .join(commonWords.clauseMark)}
            aside={<Tag>{registryWords.came(one.attended, one.held)}</Tag>}
            last={index === programmes.length - 1}
          />
        ))}
      </Card>
      {employment.length > 0 && (
        <Card list title={registryWords.work}>
          {employment.map((one, index) => (
            <ListItem
              key={one.employmentId}
              title={registryWords.rehabTitle(one.where, EMPLOYMENT_KINDS[one.kind])}
              sub={
                one.until === null
                  ? registryWords.sinceDay(monthDay(one.since))
                  : registryWords.fromTo(monthDay(one.since), monthDay(one.until))
              }
              last={index === employment.length - 1}
            />
          ))}
        </Card>
      )}
    </>
  );
}
