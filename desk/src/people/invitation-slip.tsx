import type { IssuedInvitation } from '@guanhu/shared/access/access.contract';
import { Button, Modal } from 'antd';
import { useMe } from '../app/use-me.ts';
import { instantInWords } from '../ui/words.ts';
import './invitation-slip.css';

type InvitationSlipProps = { name: string; invitation: IssuedInvitation; onClose: () => void };

/** Prints what is in the dialog and nothing behind it. */
function printSlip() {
  document.body.classList.add('printing-slip');
  window.addEventListener('afterprint', () => document.body.classList.remove('printing-slip'), { once: true });
  window.print();
}

/** The code in large type and as a slip to hand over. The slip says nothing about anybody's health, and not whose guardian somebody is. */
export function InvitationSlip({ name, invitation, onClose }: InvitationSlipProps) {
  const { countyName } = useMe();
  return (
    <Modal
      open
      title="邀请码只显示这一次"
      mask={{ closable: false }}
      onCancel={onClose}
      footer={[
        <Button key="print" onClick={printSlip}>
          打印
        </Button>,
        <Button key="done" type="primary" onClick={onClose}>
          已交给本人
        </Button>,
      ]}
    >
      <div className="slip">
        <p className="slip-name">{name}</p>
        <img className="qr" src={`data:image/svg+xml;utf8,${encodeURIComponent(invitation.qrSvg)}`} alt="邀请二维码" />
        <output className="slip-code" aria-label="邀请码">
          {invitation.code}
        </output>
        <p>1. 微信搜索小程序「关护」并打开</p>
        <p>2. 输入上面的邀请码，或扫码</p>
        <p>3. 看过说明后，点「用微信手机号确认」</p>
        <p className="small">
          {countyName}&emsp;有效到 {instantInWords(invitation.expiresAt)}&emsp;请当面交给本人，不要转发
        </p>
      </div>
    </Modal>
  );
}
