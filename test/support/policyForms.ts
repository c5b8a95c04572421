import type { Neutral } from '../../server/src/service/convert/neutral';
import { understand } from '../../server/src/service/convert/cloudformation/understand';
import { itemsOf, mapScalars } from '../../server/src/service/convert/neutral';
import { copies, openDocument, type PolicyFile } from '../../server/src/service';

/** The forms that a policy is converted between. */
export const forms = ['JSON', 'CloudFormation YAML', 'aws_iam_policy_document', 'jsonencode'] as const;
export type Form = (typeof forms)[number];

/** A text with one policy in it. */
export interface PolicyText {
  readonly text: string;
  readonly languageId: string;
  readonly fileName: string;
}

/** What was copied, put where people put it. */
export function placed(form: Form, copied: string): PolicyText {
  switch (form) {
    case 'JSON':
      return { text: copied, languageId: 'json', fileName: 'policy.json' };
    case 'CloudFormation YAML': {
      const lines = copied.trimEnd().replace(/^(?=.)/gm, '        ');
      const head =
        'Resources:\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n';
      return { text: `${head}${lines}\n`, languageId: 'yaml', fileName: 'template.yaml' };
    }
    case 'aws_iam_policy_document':
      return { text: copied, languageId: 'terraform', fileName: 'main.tf' };
    case 'jsonencode': {
      const text = `resource "aws_iam_policy" "p" {\n  policy = ${copied}\n}\n`;
      return { text, languageId: 'terraform', fileName: 'main.tf' };
    }
  }
}

/** The first policy of a text. */
export function policyIn(source: PolicyText): PolicyFile | undefined {
  return openDocument(source)?.policies[0];
}

/** What the policy of the text is offered as, by form; where something is to fill in, the form tells how many. */
export function copiesOf(source: PolicyText): Map<string, string> {
  const file = policyIn(source);
  const found = file ? copies(file, source.text) : [];
  return new Map(found.map(({ title, text }) => [title.replace('Copy as ', ''), text]));
}

/** The policy in the form, in its place there; undefined where it is not offered. */
export function convertedTo(form: Form, source: PolicyText): PolicyText | undefined {
  const found = [...copiesOf(source)].find(([title]) => title.split(',')[0] === form);
  return found && placed(form, found[1]);
}

/** What the policy of a text says, the ways to say the same left out: lists of one, the order of elements, functions. */
export function meaningOf(source: PolicyText): unknown {
  const file = policyIn(source);
  const read = file?.syntax.neutral?.(source.text, file.policy);
  return read && canonical(read.value);
}

export function canonical(value: Neutral, key = ''): unknown {
  const known = mapScalars(value, understand) ?? value;
  if (known.kind === 'list' || key === 'Statement') {
    const items = itemsOf(known).map((item) => canonical(item));
    return items.length === 1 ? items[0] : items;
  }
  if (known.kind === 'map')
    return Object.fromEntries(
      known.entries
        .map(([name, item]) => [name, canonical(item, name)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  // The data source writes Booleans and numbers as texts, which IAM takes for the same.
  if (known.kind === 'string' || known.kind === 'bare') return known.text;
  return known.kind === 'mixed'
    ? known.parts.map((part) => (typeof part === 'string' ? part : canonical(part)))
    : known;
}
