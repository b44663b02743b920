import type { StepUpPurpose } from '@guanhu/shared/access/access.terms';
import type { AnswerOf, Route } from '@guanhu/shared/kernel/route';
import { useWrite, type Write, type WriteParts } from '../app/use-write.ts';
import { useStepUp } from './step-up.tsx';

/** A deed for which the phone is asked first. Nothing is sent when the person refuses or gives up. */
export type SteppedWrite<R extends Route> = Omit<Write<R>, 'run'> & {
  readonly run: (objectId: string, parts: (stepUpTicket: string) => WriteParts<R>) => Promise<AnswerOf<R> | undefined>;
};

export function useSteppedWrite<R extends Route>(
  route: R,
  purpose: StepUpPurpose,
  onDone?: (answer: AnswerOf<R>) => void,
): SteppedWrite<R> {
  const ask = useStepUp();
  const write = useWrite(route, onDone);
  return {
    ...write,
    run: async (objectId, parts) => {
      write.clear();
      const ticket = await ask({ purpose, objectId });
      return ticket === null ? undefined : write.run(parts(ticket));
    },
  };
}
