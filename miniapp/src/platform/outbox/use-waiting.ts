import { useEffect, useRef } from 'react';
import { useOutbox } from '.';
import { waitsFor } from './waiting.rules.ts';

/**
 * Whether something that was done about what stands at this address waits on the phone for signal: until then it is not asked again.
 * @param reload  reads anew what is shown, once the server has it
 */
export function useWaiting(url: string, reload?: () => Promise<void>): boolean {
  const waits = waitsFor(url, useOutbox().waiting);
  const waited = useRef(waits);
  useEffect(() => {
    if (waited.current && !waits) void reload?.();
    waited.current = waits;
  }, [waits, reload]);
  return waits;
}
