import { useState } from 'react';
import { View } from '@tarojs/components';
import { ROLES } from '@guanhu/shared/access/access.terms';
import { addDaily, hasCalendar } from '../../platform/calendar';
import { nextAt } from '../../platform/calendar/calendar.ts';
import { useFontScale, setCare } from '../../platform/font-scale/use-font-scale.ts';
import { goTo } from '../../platform/navigate';
import { nowInstant } from '../../platform/now.ts';
import { useOutbox } from '../../platform/outbox';
import { useSession } from '../../platform/session';
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
import { leave } from './leave.ts';
import { MonthCard } from './parts/month-card.tsx';

const SIZES = [
  { value: 'normal', text: '标准' },
  { value: 'care', text: '大字' },
] as const;

/** The hour of the evening at which the phone's own calendar asks; like the shipped hour of the messages. */
const REMIND_HOUR = 18;

export default function MePage() {
  const me = useSession()?.me;
  const { care } = useFontScale();
  const { waiting } = useOutbox();
  const [leaving, setLeaving] = useState(false);
  const [calendarSays, setCalendarSays] = useState<string>();
  const addToCalendar = async () => {
    const added = await addDaily({ title: '今天的事项还没有确认', at: nextAt(REMIND_HOUR, new Date(nowInstant())) });
    setCalendarSays(added === 'added' ? '已经写进去了' : '没有写进去，可以再点一次');
  };
  const isStaff = (me?.posts.length ?? 0) > 0;
  const decidesLeaves = me?.posts.some(post => post.role === 'villageLead' || post.role === 'socialAffairsOfficer') === true;
  const answersForVillage = me?.posts.some(post => post.role === 'villageLead' || post.role === 'communityPolice') === true;
  return (
    <Page title="我的" tab="me">
      {me && (
        <Card title={me.name}>
          <View className="gh-sub">
            {[me.countyName, me.isGuardian ? '监护人' : '', me.isHelper ? '代办人' : ''].filter(Boolean).join(' · ')}
          </View>
          {me.posts.map(post => (
            <View key={post.postId} className="gh-sub">
              {`${post.areaName} ${ROLES[post.role]}${post.deputyFor === null ? '' : '（代理）'}`}
            </View>
          ))}
        </Card>
      )}
      {isStaff && (
        <BigButton icon="scan" onTap={() => goTo('/packages/access/approve/index')}>
          扫码确认电脑登录
        </BigButton>
      )}
      {isStaff && <MonthCard />}
      <FormRow title="字的大小">
        <Chips options={SIZES} value={care ? 'care' : 'normal'} onChange={size => setCare(size === 'care')} />
      </FormRow>
      <Card list>
        <ListItem title="消息" sub="以前提醒过您的事" onTap={() => goTo('/packages/reminders/messages/index')} />
        {(me?.isGuardian === true || me?.isHelper === true) && (
          <ListItem title="接收提醒" sub="点一下，同意微信给您发提醒" onTap={() => void bankCredits(['medication', 'visit', 'payout'])} />
        )}
        {isStaff && <ListItem title="接收情况通知" sub="有人求助时，微信马上告诉您" onTap={() => void bankCredits(['incident'])} />}
        {isStaff && <ListItem title="请假" sub="请同事代办，等组长同意" onTap={() => goTo('/packages/care-team/leave/index')} />}
        {decidesLeaves && <ListItem title="同事请假" sub="同意，并定由谁代办" onTap={() => goTo('/packages/care-team/leaves/index')} />}
        {answersForVillage && (
          <ListItem
            title="特殊时期和每日点名"
            sub="到哪天为止、为什么、还有谁没点到"
            onTap={() => goTo('/packages/visits/roll-call/index')}
          />
        )}
        {isStaff && <ListItem title="接收随访提醒" sub="点一下，同意微信给您发提醒" onTap={() => void bankCredits(['visit', 'task'])} />}
        {isStaff && (
          <ListItem title="过期没办的事" sub="别人负责、超过期限还没办的" onTap={() => goTo('/packages/reminders/overdue/index')} />
        )}
        {me?.isGuardian && hasCalendar() && (
          <ListItem title="写进手机日历" sub={calendarSays ?? '每天晚上 6 点，手机自己提醒'} onTap={() => void addToCalendar()} />
        )}
        {me?.isGuardian === true && (
          <ListItem
            title="能办的救助"
            sub="低保、医疗救助、慢特病这些，看看能办哪些"
            onTap={() => goTo('/packages/relief/benefits/index')}
          />
        )}
        {(me?.isGuardian === true || !isStaff) && (
          <ListItem title="我的权利" sub="记了些什么、谁看过、提出申请" onTap={() => goTo('/packages/rights/rights/index')} />
        )}
        <ListItem title="个人信息说明" sub="用哪些信息、谁能看、怎么收回" last onTap={() => goTo('/packages/access/privacy/index')} />
      </Card>
      {waiting.length > 0 && (
        <Card title="还在手机里，没上传的">
          {waiting.map((intent, index) => (
            <KeyValue key={intent.key} name={intent.what} last={index === waiting.length - 1}>
              {clock(intent.madeAt)}
            </KeyValue>
          ))}
        </Card>
      )}
      <BigButton look="line" onTap={() => setLeaving(true)}>
        退出
      </BigButton>
      <Sheet
        open={leaving}
        title="退出这个账号？"
        confirm="退出"
        danger
        onConfirm={() => {
          setLeaving(false);
          void leave();
        }}
        onClose={() => setLeaving(false)}
      >
        {waiting.length > 0 ? `还有 ${String(waiting.length)} 条没上传，会留在这个手机里，您再登录时接着传。` : '再进来时用微信登录就行。'}
      </Sheet>
    </Page>
  );
}
