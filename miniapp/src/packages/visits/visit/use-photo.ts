import { useEffect, useRef, useState } from 'react';
import { attachVisitPhoto } from '@guanhu/shared/visits/visit-photos.routes';
import { newKey } from '../../../platform/api/new-key.ts';
import { submitPhoto } from '../../../platform/outbox';
import { canTakePhoto, dropPhoto, takePhoto } from '../../../platform/photo';
import { noPhotoSays } from '../../../platform/photo/no-photo.ts';
import type { KeptPhoto } from '../../../platform/photo/photo.ts';
import { visitsWords } from '../../../words/visits.ts';

/** A photograph for the check-in, when the visitor takes one: it waits in the phone until the check-in is written down, and goes after it. */
export function usePhoto() {
  const [kept, setKept] = useState<KeptPhoto>();
  const [fault, setFault] = useState<string>();
  const held = useRef<KeptPhoto>();
  const hold = (next: KeptPhoto | undefined) => {
    held.current = next;
    setKept(next);
    setFault(undefined);
  };
  const drop = () => {
    if (held.current !== undefined) dropPhoto(held.current);
    hold(undefined);
  };
  // Whoever leaves without checking in leaves no picture behind.
  useEffect(
    () => () => {
      if (held.current !== undefined) dropPhoto(held.current);
    },
    [],
  );
  return {
    offered: canTakePhoto(),
    taken: kept !== undefined,
    /** Why there is none, or none any more. */
    fault,
    take: async () => {
      const next = await takePhoto();
      if (next.at !== 'taken') {
        setFault(noPhotoSays(next.at));
        return;
      }
      drop();
      hold(next.photo);
    },
    drop,
    /** The picture that was taken; it is the caller's from now on. */
    handOver: (): KeptPhoto | undefined => {
      const photo = held.current;
      hold(undefined);
      return photo;
    },
    send: (visitId: string, photo: KeptPhoto) => {
      const meant = { params: { visitId }, body: { attachmentId: newKey() }, photo, what: visitsWords.checkInPhoto };
      void submitPhoto(attachVisitPhoto, meant).then(({ at }) => {
        if (at === 'refused') setFault(visitsWords.photoRefused);
      });
    },
  };
}
