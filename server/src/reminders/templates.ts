import { templatesOf } from '@guanhu/shared/reminders/message.rules';
import { PURPOSE_KEYS, type MessageField, type Purpose } from '@guanhu/shared/reminders/reminders.terms';
import { Injectable } from '@nestjs/common';
import { Config, type TemplateConfig } from '../platform/config/config.ts';

export type PurposeTemplate = TemplateConfig & { readonly purpose: Purpose; readonly keys: Partial<Record<MessageField, string>> };

/** The subscribe-message template of each purpose, as configured. */
@Injectable()
export class Templates {
  readonly all: readonly PurposeTemplate[];

  constructor(config: Config) {
    const { templates } = config.accounts.wechat;
    this.all = PURPOSE_KEYS.flatMap(purpose => {
      const template = templates[purpose];
      return template ? [{ ...template, purpose }] : [];
    });
  }

  /** The templates that a message of this purpose may use, best first. */
  for(purpose: Purpose): readonly PurposeTemplate[] {
    return templatesOf(purpose).flatMap(one => this.all.filter(template => template.purpose === one));
  }

  withId(templateId: string): PurposeTemplate | undefined {
    return this.all.find(template => template.id === templateId);
  }
}
