import { rolesWith } from '@guanhu/shared/access/permissions.rules';
import { readApplication } from '@guanhu/shared/agreements/application.routes';
import { urlOf, type BodyOf, type Route } from '@guanhu/shared/kernel/route';
import { useDeeds, type Meant } from '../../../platform/api/use-deeds.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { urlTo } from '../../../platform/navigate';
import { useWaiting } from '../../../platform/outbox/use-waiting.ts';
import { useSession } from '../../../platform/session';
import { agreementsWords } from '../../../words/agreements.ts';

/** The name of what a family has typed about an application and not sent yet. */
export const draftOf = (applicationId: string): string => `reward-application:${applicationId}`;

/** One application, and whatever is done about it: by a family with or without signal, by an office with. */
export function useApplication(applicationId: string) {
  const roles = rolesWith('application:list');
  // An office looks at many families and keeps none of them on a phone.
  const isOffice = useSession()?.me.posts.some(post => roles.includes(post.role)) === true;
  const reading = useRead(readApplication, { params: { applicationId }, keep: !isOffice });
  const office = useDeeds(reading.reload);
  const family = useDeeds(reading.reload, {
    what: agreementsWords.applicationDeed,
    form: { draft: draftOf(applicationId), page: urlTo('/packages/agreements/application/index', { applicationId }) },
  });
  const waits = useWaiting(urlOf(readApplication, { applicationId }), reading.reload);
  const doing = family.doing.at === 'idle' ? office.doing : family.doing;
  return {
    reading,
    application: reading.value,
    doing,
    /** Something that the family did is on this phone until there is signal. */
    isWaiting: waits && doing.at !== 'sending',
    send: <R extends Route>(route: R, body: BodyOf<R>) => office.send(route, { applicationId }, body),
    sendForFamily: <R extends Route>(route: R, meant: Meant<R>) => family.send(route, { applicationId }, meant),
  };
}
