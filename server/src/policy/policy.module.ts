import { Module } from '@nestjs/common';
import { ListPolicies } from './list-policies.ts';
import { Policies } from './policies.ts';
import { PolicyController } from './policy.controller.ts';
import { PolicyPreviews } from './policy-previews.ts';
import { SetPolicy } from './set-policy.ts';

/** Versioned settings of the county. */
@Module({
  controllers: [PolicyController],
  providers: [Policies, ListPolicies, SetPolicy, PolicyPreviews],
  exports: [Policies, SetPolicy, PolicyPreviews],
})
export class PolicyModule {}
