import { weekdayOf } from '@guanhu/shared/kernel/calendar-date';
import { readMe } from '@guanhu/shared/access/access.routes';
import { useEffect } from 'react';
import { useRead } from '../../platform/api/use-read.ts';
import { useFontScale } from '../../platform/font-scale/use-font-scale.ts';
import { phoneToday } from '../../platform/now.ts';
import { refreshMe, useSession } from '../../platform/session';
import { Page } from '../../ui/page/page.tsx';
import { Empty } from '../../ui/states/states.tsx';
import { GuardianToday } from './parts/guardian-today.tsx';
import { WorkerToday } from './parts/worker-today.tsx';
import { todayWords } from '../../words/today.ts';

/** Today, by what the person is here: a guardian or who acts for one, somebody with a post, or both. */
export default function TodayPage() {
  const signedIn = useSession();
  const me = useRead(readMe).value;
  useEffect(() => {
    if (me) refreshMe(me);
  }, [me]);
  const { care } = useFontScale();
  const isFamily = signedIn?.me.isGuardian === true || signedIn?.me.isHelper === true;
  const isStaff = (signedIn?.me.posts.length ?? 0) > 0;
  return (
    <Page title={todayWords.title(weekdayOf(phoneToday()))} aside={care ? todayWords.careMode : undefined} tab="today">
      {isFamily && <GuardianToday />}
      {isStaff && <WorkerToday />}
      {signedIn && !isFamily && !isStaff && <Empty title={todayWords.nothing} sub={todayWords.nothingSub} />}
    </Page>
  );
}
