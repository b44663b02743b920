import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import type { Fund } from '@guanhu/shared/payouts/payouts.contract';
import { Form, Select } from 'antd';

type LineSelectProps = {
  id: string;
  lines: Fund['lines'];
  value: string | undefined;
  onLine: (lineId: string | undefined) => void;
  /** Which line it is when none is chosen. */
  otherwise: string;
};

/** A line of the budget, with the money that is free under it. */
export const LineSelect = ({ id, lines, value, onLine, otherwise }: LineSelectProps) => (
  <Form.Item label="预算科目" htmlFor={id} extra={value === undefined ? `不选就是${otherwise}` : ''}>
    <Select
      id={id}
      aria-label="预算科目"
      allowClear
      placeholder={otherwise}
      value={value}
      onChange={(lineId: string | undefined) => onLine(lineId)}
      options={lines.map(line => ({
        value: line.id,
        label: `${String(line.year)}年 ${line.code} ${line.name}（可用 ${yuanGrouped(line.balances.available)} 元）`,
      }))}
    />
  </Form.Item>
);
