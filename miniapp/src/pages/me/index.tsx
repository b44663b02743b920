import { useState } from 'react';
import { View } from '@tarojs/components';
import { ROLES } from '@guanhu/shared/access/access.terms';
import { rolesWith } from '@guanhu/shared/access/permissions.rules';
import { LANGUAGE_KEYS, LANGUAGES, spokenLanguage, type Language } from '@guanhu/shared/kernel/language';
import { addDaily, hasCalendar } from '../../platform/calendar';
import { nextAt } from '../../platform/calendar/calendar.ts';
import { useFontScale, setCare } from '../../platform/font-scale/use-font-scale.ts';
import { chooseLanguage } from '../../platform/language/choice.ts';
import { goTo } from '../../platform/navigate';
import { nowInstant } from '../../platform/now.ts';
import { restart } from '../../platform/restart';
import { useOutbox } from '../../platform/outbox';
import { useSession } from '../../platform/session';
import { leave } from '../../platform/session/leave.ts';
import { bankCredits } from '../../platform/subscribe/bank-credits.ts';
import { BigButton } from '../../ui/button/big-button.tsx';
import { Card } from '../../ui/card/card.tsx';
import { Chips } from '../../ui/form/chips.tsx';
import { FormRow } from '../../ui/form/form-row.tsx';
import { KeyValue } from '../../ui/key-value/key-value.tsx';
import { ListItem } from '../../ui/list/list-item.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { clock } from '../../ui/time.ts';
import { MonthCard } from './parts/month-card.tsx';
import { OfficeCard } from './parts/office-card.tsx';
import { commonWords } from '../../words/common.ts';
import { meWords } from '../../words/me.ts';

const SIZES = [
  { value: 'normal', text: meWords.sizeNormal },
  { value: 'care', text: meWords.sizeLarge },
] as const;

const TONGUES = LANGUAGE_KEYS.map(value => ({ value, text: LANGUAGES[value] }));

/** The hour of the evening at which the phone's own calendar asks; like the shipped hour of the messages. */
const REMIND_HOUR = 18;

export default function MePage() {
  const me = useSession()?.me;
  const { care } = useFontScale();
  const { waiting } = useOutbox();
  const [leaving, setLeaving] = useState(false);
  const [calendarSays, setCalendarSays] = useState<string>();
  const [tongue, setTongue] = useState(spokenLanguage);
  // Words are read once, when the app starts.
  const [needsRestart, setNeedsRestart] = useState(false);
  const changeTongue = (language: Language) => {
    if (language === tongue) return;
    chooseLanguage(language);
    setTongue(language);
    setNeedsRestart(!restart());
  };
  const addToCalendar = async () => {
    const added = await addDaily({ title: meWords.calendarTitle, at: nextAt(REMIND_HOUR, new Date(nowInstant())) });
    setCalendarSays(added === 'added' ? meWords.calendarAdded : meWords.calendarNotAdded);
  };
  const isStaff = (me?.posts.length ?? 0) > 0;
  const decidesLeaves = me?.posts.some(post => post.role === 'villageLead' || post.role === 'socialAffairsOfficer') === true;
  const looksRound = me?.posts.some(post => rolesWith('clue:report').includes(post.role)) === true;
  const answersForVillage = me?.posts.some(post => post.role === 'villageLead' || post.role === 'communityPolice') === true;
  return (
    <Page title={meWords.title} tab="me">
      {me && (
        <Card title={me.name}>
          <View className="gh-sub">
            {[me.countyName, me.isGuardian ? meWords.guardian : '', me.isHelper ? meWords.helper : ''].filter(Boolean).join(' · ')}
          </View>
          {me.posts.map(post => (
            <View key={post.postId} className="gh-sub">
              {`${post.areaName} ${ROLES[post.role]}${post.deputyFor === null ? '' : meWords.deputy}`}
            </View>
          ))}
        </Card>
      )}
      {isStaff && (
        <BigButton icon="scan" onTap={() => goTo('/packages/access/approve/index')}>
          {meWords.scanToApprove}
        </BigButton>
      )}
      {isStaff && <MonthCard />}
      <OfficeCard roles={me?.posts.map(post => post.role) ?? []} />
      <FormRow title={meWords.typeSize}>
        <Chips options={SIZES} value={care ? 'care' : 'normal'} onChange={size => setCare(size === 'care')} />
      </FormRow>
      <FormRow title={meWords.language} note={needsRestart ? meWords.languageAtNextStart : undefined}>
        <Chips options={TONGUES} value={tongue} onChange={changeTongue} />
      </FormRow>
      <Card list>
        <ListItem title={commonWords.messages} sub={meWords.messagesSub} onTap={() => goTo('/packages/reminders/messages/index')} />
        {(me?.isGuardian === true || me?.isHelper === true) && (
          <ListItem
            title={meWords.reminders}
            sub={meWords.agreeToReminders}
            onTap={() => void bankCredits(['medication', 'visit', 'payout'])}
          />
        )}
        {isStaff && <ListItem title={meWords.alarms} sub={meWords.alarmsSub} onTap={() => void bankCredits(['incident'])} />}
        {isStaff && <ListItem title={meWords.leave} sub={meWords.leaveSub} onTap={() => goTo('/packages/care-team/leave/index')} />}
        {decidesLeaves && (
          <ListItem title={meWords.leaves} sub={meWords.leavesSub} onTap={() => goTo('/packages/care-team/leaves/index')} />
        )}
        {looksRound && (
          <ListItem title={meWords.village} sub={meWords.villageSub} onTap={() => goTo('/packages/screening/village/index')} />
        )}
        {answersForVillage && (
          <ListItem title={meWords.periods} sub={meWords.periodsSub} onTap={() => goTo('/packages/visits/roll-call/index')} />
        )}
        {isStaff && (
          <ListItem title={meWords.visitReminders} sub={meWords.agreeToReminders} onTap={() => void bankCredits(['visit', 'task'])} />
        )}
        {isStaff && <ListItem title={meWords.overdue} sub={meWords.overdueSub} onTap={() => goTo('/packages/reminders/overdue/index')} />}
        {me?.isGuardian && hasCalendar() && (
          <ListItem title={meWords.intoCalendar} sub={calendarSays ?? meWords.intoCalendarSub} onTap={() => void addToCalendar()} />
        )}
        {(me?.isGuardian === true || me?.isHelper === true) && (
          <ListItem title={meWords.benefits} sub={meWords.benefitsSub} onTap={() => goTo('/packages/relief/benefits/index')} />
        )}
        {(me?.isGuardian === true || !isStaff) && (
          <ListItem title={meWords.rights} sub={meWords.rightsSub} onTap={() => goTo('/packages/rights/rights/index')} />
        )}
        <ListItem title={meWords.privacy} sub={meWords.privacySub} last onTap={() => goTo('/packages/access/privacy/index')} />
      </Card>
      {waiting.length > 0 && (
        <Card title={meWords.waiting}>
          {waiting.map((intent, index) => (
            <KeyValue key={intent.key} name={intent.what} last={index === waiting.length - 1}>
              {clock(intent.madeAt)}
            </KeyValue>
          ))}
        </Card>
      )}
      <BigButton look="line" onTap={() => setLeaving(true)}>
        {meWords.signOut}
      </BigButton>
      <Sheet
        open={leaving}
        title={meWords.signOutAsk}
        confirm={meWords.signOut}
        danger
        onConfirm={() => {
          setLeaving(false);
          void leave();
        }}
        onClose={() => setLeaving(false)}
      >
        {waiting.length > 0 ? meWords.signOutWaiting(waiting.length) : meWords.signOutPlain}
      </Sheet>
    </Page>
  );
}
