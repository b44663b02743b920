import { yuanGrouped } from '@guanhu/shared/kernel/fen';

/** 26,116.67 元 */
export const Amount = ({ fen, big = false }: { fen: number; big?: boolean }) => (
  <span className={big ? 'amount big' : 'amount'}>
    {yuanGrouped(fen)} <small>元</small>
  </span>
);
