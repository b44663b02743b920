/** What has to be said of packages when they are put into few files. */

/** Asked for by packages that go on without them. */
export const ABSENT = [
  '@fastify/multipart',
  '@fastify/view',
  '@nestjs/microservices',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  'class-transformer',
  'class-validator',
  'file-type',
  'pg-native',
  'typescript',
].flatMap(name => [name, `${name}/*`]);

/** Packages of the old module format ask for Node's own modules with a function that the new one does not have. */
export const REQUIRE = `import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);`;
