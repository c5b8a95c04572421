const pages = 'https://github.com/trustwright/trustwright/blob/main/docs/checks';

/** Address of the page that explains a finding. */
export function checkPage(code: string): string {
  return `${pages}/${code}.md`;
}
