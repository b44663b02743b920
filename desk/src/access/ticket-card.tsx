import { Button } from 'antd';
import type { TicketFlow } from './ticket-flow.ts';
import './ticket-card.css';

type TicketCardProps = {
  ticket: { readonly qrSvg: string; readonly code: string } | undefined;
  flow: TicketFlow;
  /** What the phone is asked for: 登录 … */
  deed: string;
  renew: () => void;
};

/** A QR for the phone, and the code to type where the camera does not work; or why there is none any more. */
export function TicketCard({ ticket, flow, deed, renew }: TicketCardProps) {
  if (flow.at === 'asking') return <p role="status">正在准备二维码……</p>;
  if (flow.at === 'approved') return <p role="status">手机已同意，正在继续……</p>;
  if (flow.at !== 'waiting' || !ticket) {
    const say = {
      refused: `您在手机上拒绝了${deed}。`,
      expired: '二维码已过期。',
      failed: flow.at === 'failed' ? flow.say : '',
      waiting: '',
    };
    return (
      <div className="ticket">
        <p role="alert" className="h">
          {say[flow.at]}
        </p>
        <Button type="primary" size="large" onClick={renew}>
          {flow.at === 'expired' ? '刷新二维码' : '重新开始'}
        </Button>
      </div>
    );
  }
  return (
    <div className="ticket">
      <img className="qr" src={`data:image/svg+xml;utf8,${encodeURIComponent(ticket.qrSvg)}`} alt={`用手机扫码${deed}`} />
      <p className="sub">扫不了码？在手机的「我的 → 扫码确认电脑登录」里输入</p>
      <output className="code" aria-label="确认码">
        {ticket.code}
      </output>
      <p className="small" role="status">
        等待手机确认
      </p>
      <p className="small">还有 {flow.secondsLeft} 秒</p>
    </div>
  );
}
