import { readApplication } from '@guanhu/shared/agreements/application.routes';
import type { BodyOf, ParamsOf, Route } from '@guanhu/shared/kernel/route';
import { useDeeds } from '../../../platform/api/use-deeds.ts';
import { useRead } from '../../../platform/api/use-read.ts';

/** One application, and whatever is done about it. */
export function useApplication(applicationId: string) {
  const reading = useRead(readApplication, { params: { applicationId } });
  const { doing, send } = useDeeds(reading.reload);
  return {
    reading,
    application: reading.value,
    doing,
    send: <R extends Route>(route: R, body: BodyOf<R>) => send(route, { applicationId } as ParamsOf<R>, body),
  };
}
