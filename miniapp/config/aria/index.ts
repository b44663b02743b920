import path from 'node:path';
import { ARIA } from './attributes';

type Platform = { template: { mergeComponents(context: unknown, components: object): void }; runtimePath: string | string[] };
type Context = { registerMethod(method: { name: string; fn: (platform: Platform) => void }): void };

/** Lets the compiled templates pass on what a screen reader says; Taro's own templates leave it out. */
export default (context: Context): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn: platform => {
      platform.template.mergeComponents(context, ARIA);
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'runtime.ts')].flat();
    },
  });
};
