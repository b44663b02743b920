import { useEffect, useRef, useState } from 'react';
import { session, useSessionKnown } from '../session';
import { drafts } from '.';

const me = () => session()?.me.personId ?? '';

/**
 * A form that is on this phone as soon as it is touched, and there again after a crash. It goes when the server has what was written with it
 * (`form` of what is submitted).
 */
export function useForm<T>(name: string, blank: T): readonly [T, (next: T) => void] {
  const [form, show] = useState(() => drafts.of<T>(me(), name) ?? blank);
  const touched = useRef(false);
  // A page that opens with the app is there before what lies enciphered is open.
  const known = useSessionKnown();
  useEffect(() => {
    const begun = known && !touched.current ? drafts.of<T>(me(), name) : undefined;
    if (begun !== undefined) show(begun);
  }, [known, name]);
  const change = (next: T) => {
    touched.current = true;
    drafts.save(me(), name, next);
    show(next);
  };
  return [form, change];
}
