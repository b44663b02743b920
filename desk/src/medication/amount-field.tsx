import { Form, InputNumber } from 'antd';

type AmountFieldProps = {
  id: string;
  label: string;
  unit: string;
  value: number | null;
  min: number;
  max: number;
  /** Of a part of one; without it whole numbers only. */
  step?: number;
  onAmount: (value: number | null) => void;
};

/** An amount of medicine, which may be left blank. */
export const AmountField = ({ id, label, unit, value, min, max, step, onAmount }: AmountFieldProps) => (
  <Form.Item label={label} htmlFor={id}>
    <InputNumber
      id={id}
      min={min}
      max={max}
      {...(step === undefined ? { precision: 0 } : { step })}
      suffix={unit}
      value={value}
      onChange={onAmount}
      style={{ width: 140 }}
    />
  </Form.Item>
);
