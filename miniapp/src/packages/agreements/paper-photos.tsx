import { useState } from 'react';
import { View } from '@tarojs/components';
import type { KeepPaperBody, PaperKept } from '@guanhu/shared/agreements/application.contract';
import { MOST_PAPERS } from '@guanhu/shared/agreements/application.terms';
import type { Answer } from '../../platform/api/answer.ts';
import { newKey } from '../../platform/api/new-key.ts';
import { canTakePhoto, dropPhoto, photoContent, takePhoto } from '../../platform/photo';
import { BigButton } from '../../ui/button/big-button.tsx';
import { agreementsWords } from '../../words/agreements.ts';

type PaperPhotosProps = {
  /** Ids of the pages that the server has. */
  readonly kept: readonly string[];
  readonly onKept: (kept: readonly string[]) => void;
  readonly keep: (body: KeepPaperBody, key: string) => Promise<Answer<PaperKept>>;
  /** What is photographed: '证明材料'. */
  readonly what: string;
};

/** Papers are photographed one by one, and each is with the server before the next. */
export function PaperPhotos({ kept, onKept, keep, what }: PaperPhotosProps) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  if (!canTakePhoto()) return null;
  const photograph = async () => {
    const photo = await takePhoto();
    if (photo === undefined) return;
    setBusy(true);
    setFault(undefined);
    const content = photoContent(photo);
    const attachmentId = newKey();
    const answer = content === undefined ? undefined : await keep({ attachmentId, content }, newKey());
    dropPhoto(photo);
    setBusy(false);
    if (answer?.ok) onKept([...kept, answer.value.attachmentId]);
    else setFault(answer ? answer.refusal.say : agreementsWords.photoFailed);
  };
  return (
    <>
      <BigButton look="secondary" icon="camera" busy={busy} disabled={kept.length >= MOST_PAPERS} onTap={() => void photograph()}>
        {kept.length === 0 ? agreementsWords.photograph(what) : agreementsWords.anotherPhoto}
      </BigButton>
      {kept.length > 0 && (
        <>
          <View className="gh-note">{agreementsWords.photosHandedIn(kept.length)}</View>
          <BigButton look="line" disabled={busy} onTap={() => onKept(kept.slice(0, -1))}>
            {agreementsWords.dropLast}
          </BigButton>
        </>
      )}
      {fault !== undefined && <View className="gh-form-row__fault">{fault}</View>}
    </>
  );
}
