import { link } from './escape.ts';
import type { Report } from './report.ts';

/** How to add what GitHub cannot show: a link to a new issue in one's own reports repository, already filled in. */
export function winInvitation(report: Report, repository: string): string {
  const web = webOf(report);
  const how =
    web === null
      ? 'Open an issue in this repository'
      : `${link('Open an issue here', winAddress(web, repository))}, already filled in,`;
  return `**Something that GitHub does not show?** ${how} or write in a comment anywhere: \`/groundwork win\` and what you did, in your own words. It stands in your report as your word.`;
}

/** `https://github.com/harbour/reviews-ada/issues/new?title=…&body=…`. */
export function winAddress(web: string, repository: string): string {
  const address = new URL(`/${repository}/issues/new`, web);
  address.searchParams.set('title', 'Something worth remembering');
  address.searchParams.set('body', '/groundwork win ');
  return address.href;
}

/** Where this GitHub is, as the work of the report links to it; null where nothing does. */
function webOf({ worthKnowing, areas }: Report): string | null {
  const urls = [
    ...worthKnowing.map(({ lead }) => lead.url),
    ...areas.flatMap(({ rows }) => rows.map(({ reference }) => reference.url)),
  ];
  const url = urls.find((one) => one !== null && URL.canParse(one)) ?? null;
  return url === null ? null : new URL(url).origin;
}
