import type { Role } from '../access/access.terms.ts';

type Post = { readonly personId: string; readonly role: Role; readonly areaId: string };

/** Who comes to a township to guide: a doctor of the county, and where there is none the township's own; always the same one of several. */
export function guideOf(posts: readonly Post[], countyAreaId: string, townshipId: string): string | null {
  const doctorsOf = (areaId: string) =>
    posts
      .filter(post => post.role === 'mentalHealthDoctor' && post.areaId === areaId)
      .map(post => post.personId)
      .sort();
  return doctorsOf(countyAreaId)[0] ?? doctorsOf(townshipId)[0] ?? null;
}
