import type { IncidentReadAnswer } from '@guanhu/shared/incidents/incidents.contract';
import { contactLabel, RECEIPT_STATES } from '@guanhu/shared/incidents/incidents.terms';
import { Typography } from 'antd';
import type { ReactNode } from 'react';
import { Card } from '../ui/columns.tsx';
import { PhoneLink } from '../ui/phone-link.tsx';
import { Tag } from '../ui/tag.tsx';
import { RECEIPT_TONES } from './receipts-table.tsx';
import './phone-list.css';

const ALWAYS = [
  { label: '报警', phone: '110' },
  { label: '急救', phone: '120' },
] as const;

/** Whom to telephone, above everything else: a tap dials where the computer can, the number can be copied, and it says who has answered. */
export const PhoneList = ({ contacts }: { contacts: IncidentReadAnswer['contacts'] }) => (
  <Card title="先打电话">
    <ul className="phone-list">
      {ALWAYS.map(({ label, phone }) => (
        <Line key={phone} label={label} phone={phone} />
      ))}
      {contacts.map(({ who, name, phone, state }) => (
        <Line key={phone} label={`${contactLabel(who)} ${name}`} phone={phone}>
          {state !== null && <Tag tone={RECEIPT_TONES[state]}>{RECEIPT_STATES[state]}</Tag>}
        </Line>
      ))}
    </ul>
  </Card>
);

const Line = ({ label, phone, children }: { label: string; phone: string; children?: ReactNode }) => (
  <li>
    <span className="split">
      <span>{label}</span>
      {children}
    </span>
    <Typography.Text className="phone-list__number" copyable={{ text: phone, tooltips: ['复制号码', '已复制'] }}>
      <PhoneLink phone={phone} />
    </Typography.Text>
  </li>
);
