import { route } from '../kernel/route.ts';
import type * as C from './policy.contract.ts';
import type { PolicyKind } from './policy.terms.ts';

export const listPolicies = route<{ answer: C.PoliciesAnswer }>()('GET', '/policies');
export const setPolicy = route<{ params: { kind: PolicyKind }; body: C.SetPolicyBody; answer: C.PolicyVersionAnswer }>()(
  'PUT',
  '/policies/:kind',
);
