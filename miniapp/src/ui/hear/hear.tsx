import { Button } from '@tarojs/components';
import { readSpoken } from '@guanhu/shared/access/access.routes';
import type { Spoken } from '@guanhu/shared/access/spoken.terms';
import { urlOf } from '@guanhu/shared/kernel/route';
import { openMedia } from '../../platform/media';
import { useSession } from '../../platform/session';
import { uiWords } from '../../words/ui.ts';
import { buttonClass } from '../button/button-class.ts';
import { Icon } from '../icon/icon.tsx';

/** Behind a fixed sentence: hears it in a person's voice. Nothing where nobody has recorded it, so that a page may always have it. */
export function Hear({ sentence }: { sentence: Spoken }) {
  const isRecorded = useSession()?.me.spoken?.includes(sentence) === true;
  return isRecorded ? <HearButton onTap={() => void openMedia(urlOf(readSpoken, { sentence }), 'audio')} /> : null;
}

/** What it looks like. */
export const HearButton = ({ onTap }: { onTap: () => void }) => (
  <Button className={`${buttonClass('secondary', 'small')} gh-hear`} hoverClass="gh-button--pressed" onClick={onTap}>
    <Icon name="play" size="small" />
    {uiWords.hear}
  </Button>
);
