import type { MessagePolicy } from '@guanhu/shared/policy/policy.terms';
import { messageWords } from '@guanhu/shared/reminders/message.rules';
import { PURPOSE_KEYS, PURPOSES, type Purpose } from '@guanhu/shared/reminders/reminders.terms';
import { Form, Input } from 'antd';

/** What each message says on the lock screen; an empty field keeps the words that came with the software. */
export function MessageFields({ policy, onChange }: { policy: MessagePolicy; onChange: (policy: MessagePolicy) => void }) {
  const say = (purpose: Purpose, words: string) => {
    const { [purpose]: _, ...rest } = policy.what;
    onChange({ ...policy, what: words === '' ? rest : { ...rest, [purpose]: words } });
  };
  return (
    <>
      {PURPOSE_KEYS.map(purpose => (
        <Form.Item
          key={purpose}
          label={PURPOSES[purpose]}
          htmlFor={`say-${purpose}`}
          extra={`不填就用：${messageWords({ purpose, count: 1 }).what}`}
        >
          <Input
            id={`say-${purpose}`}
            value={policy.what[purpose] ?? ''}
            maxLength={20}
            style={{ maxWidth: 360 }}
            onChange={event => say(purpose, event.target.value)}
          />
        </Form.Item>
      ))}
    </>
  );
}
