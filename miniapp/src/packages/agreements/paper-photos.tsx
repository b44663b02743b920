import { useState } from 'react';
import { View } from '@tarojs/components';
import type { PaperKept } from '@guanhu/shared/agreements/application.contract';
import { keepRewardPaper } from '@guanhu/shared/agreements/application.routes';
import { MOST_PAPERS } from '@guanhu/shared/agreements/application.terms';
import type { Answer } from '../../platform/api/answer.ts';
import { newKey } from '../../platform/api/new-key.ts';
import { submitPhoto } from '../../platform/outbox';
import type { Outcome } from '../../platform/outbox/outbox.ts';
import { canTakePhoto, dropPhoto, photoContent, takePhoto } from '../../platform/photo';
import { noPhotoSays } from '../../platform/photo/no-photo.ts';
import type { KeptPhoto } from '../../platform/photo/photo.ts';
import { BigButton } from '../../ui/button/big-button.tsx';
import { agreementsWords } from '../../words/agreements.ts';
import { commonWords } from '../../words/common.ts';

type Keep = (photo: KeptPhoto, attachmentId: string) => Promise<Outcome<PaperKept>>;
type PaperPhotosProps = {
  /** Ids of the pages, at the server or on their way. */
  readonly kept: readonly string[];
  readonly onKept: (kept: readonly string[]) => void;
  readonly keep: Keep;
  /** What is photographed: '证明材料'. */
  readonly what: string;
};

/** Of an application: with or without signal; it goes before the application that names it. */
export const byOutbox =
  (patientId: string): Keep =>
  (photo, attachmentId) =>
    submitPhoto(keepRewardPaper, { params: { patientId }, body: { attachmentId }, photo, what: agreementsWords.proof, leads: true });

/** Of something that is done with signal only: at once, or not at all. */
export const atOnce =
  (send: (body: { readonly attachmentId: string; readonly content: string }, key: string) => Promise<Answer<PaperKept>>): Keep =>
  async (photo, attachmentId) => {
    const content = photoContent(photo);
    dropPhoto(photo);
    if (content === undefined) return { at: 'refused', refusal: UNREAD };
    const answer = await send({ attachmentId, content }, newKey());
    return answer.ok ? { at: 'saved', value: answer.value } : { at: 'refused', refusal: answer.refusal };
  };
const UNREAD = { code: 'PHOTO_GONE', say: agreementsWords.photoFailed, retry: false, fields: [], unreached: false } as const;

/** Papers are photographed one by one. */
export function PaperPhotos({ kept, onKept, keep, what }: PaperPhotosProps) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const [waits, setWaits] = useState(false);
  if (!canTakePhoto()) return null;
  const photograph = async () => {
    const taken = await takePhoto();
    if (taken.at !== 'taken') {
      setFault(noPhotoSays(taken.at));
      return;
    }
    setBusy(true);
    setFault(undefined);
    const attachmentId = newKey();
    const outcome = await keep(taken.photo, attachmentId);
    setBusy(false);
    if (outcome.at === 'refused') setFault(outcome.refusal.say);
    else onKept([...kept, attachmentId]);
    setWaits(outcome.at === 'queued');
  };
  return (
    <>
      <BigButton look="secondary" icon="camera" busy={busy} disabled={kept.length >= MOST_PAPERS} onTap={() => void photograph()}>
        {kept.length === 0 ? agreementsWords.photograph(what) : agreementsWords.anotherPhoto}
      </BigButton>
      {kept.length > 0 && (
        <>
          <View className="gh-note">{waits ? commonWords.keptOnPhone : agreementsWords.photosHandedIn(kept.length)}</View>
          <BigButton look="line" disabled={busy} onTap={() => onKept(kept.slice(0, -1))}>
            {agreementsWords.dropLast}
          </BigButton>
        </>
      )}
      {fault !== undefined && <View className="gh-form-row__fault">{fault}</View>}
    </>
  );
}
