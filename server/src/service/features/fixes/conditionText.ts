import { findConditionKey } from '../../catalog/findConditionKey';
import { namesIn } from '../../iam/namesInPolicy';
import { type Fix, fix, type FixMaker } from './fix';
import { otherValue } from './values';

/** A condition key with its prefix: `SourceIp` is `aws:SourceIp`, and `prefix` beside actions of S3 is `s3:prefix`. */
export const prefixedKey: FixMaker = ({ clause, statement, catalog, writer, place }) => {
  const node = place?.node;
  if (!clause || node !== clause.keyNode) return [];
  const name = clause.key.replace(/^(aws|sts|s3|ec2|iam)[-./_]/i, '').replace(/^:+/, '');
  const own = (statement?.actions ?? []).flatMap(({ prefix }) => prefix ?? []);
  const prefixes = [...new Set(['aws', ...own, 'sts'])];
  const isTaken = (text: string) =>
    statement?.conditionBlocks.some(
      ({ clauses }) =>
        clauses.includes(clause) && clauses.some(({ lowerKey }) => lowerKey === text.toLowerCase()),
    );
  return prefixes.flatMap((prefix): Fix[] => {
    const known = findConditionKey(catalog, `${prefix}:${name}`);
    if (!known || known.name.includes('${') || isTaken(known.name)) return [];
    if (
      clause.operator &&
      clause.operator.family !== 'Null' &&
      known.multivalued !== Boolean(clause.operator.set)
    )
      return [];
    return [{ title: `Change to ${known.name}`, edits: writer.setText(clause.keyNode, known.name) }];
  });
};

/** A range of addresses as AWS writes it: `203.0.113.*` and `203.0.113.0/255.255.255.0` are `203.0.113.0/24`. */
export const rangeOfAddresses: FixMaker = otherValue((text) => {
  const pattern = /^(\d{1,3}(?:\.\d{1,3}){0,2})((?:\.\*){1,3})$/.exec(text);
  if (pattern) {
    const given = pattern[1]!.split('.');
    const open = pattern[2]!.length / 2;
    if (given.length + open > 4 || (given.length + open < 4 && open > 1)) return undefined;
    return `${[...given, '0', '0', '0'].slice(0, 4).join('.')}/${given.length * 8}`;
  }
  const [, address, mask = ''] = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text) ?? [];
  const bits = mask
    .split('.')
    .map((part) => Number(part).toString(2).padStart(8, '0'))
    .join('');
  return address !== undefined && /^1*0*$/.test(bits) && bits.length === 32
    ? `${address}/${bits.replace(/0+$/, '').length}`
    : undefined;
});

/** The ARN of an identity provider whose address stands in its place, in the account that the policy speaks of. */
export const providerArn: FixMaker = ({ place, policy, writer }) => {
  const node = place?.node;
  const { account, partition } = namesIn(policy, undefined);
  if (node?.kind !== 'string' || account === '*') return [];
  const host = /^(?:https?:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/\S+)?)$/i.exec(
    node.text.replace(/\/+$/, ''),
  )?.[1];
  if (host === undefined) return [];
  const arn = `arn:${partition}:iam::${account}:oidc-provider/${host}`;
  return fix(`Change to ${arn}`, writer.setText(node, arn));
};
