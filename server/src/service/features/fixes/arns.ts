import { namesIn } from '../../iam/namesInPolicy';
import { parseArn } from '../../iam/arn';
import { fix, type FixMaker } from './fix';

/** Another text in a field of the ARN that the finding marks. */
function field(index: 3 | 4, text: (target: Parameters<FixMaker>[0]) => string): FixMaker {
  return (target) => {
    const node = target.place?.node;
    if (node?.kind !== 'string') return [];
    const fields = node.text.split(':');
    fields[index] = text(target);
    const arn = fields.join(':');
    return fix(`Change to ${arn}`, target.writer.setText(node, arn));
  };
}

/** Every Region. */
export const anyRegion = field(3, () => '*');
/** The account that the policy's other ARNs name, else every account. */
export const anyAccount = field(4, ({ policy }) => namesIn(policy, undefined).account);

/** The digits without what stands between them. */
const plainAccount = field(4, ({ place }) =>
  place?.node.kind === 'string' ? digitsOf(place.node.text.split(':')[4] ?? '') : '',
);

/** The account as AWS writes it, or the one that the policy's other ARNs name: no other would be more than a guess. */
export const accountOfOthers: FixMaker = (target) => {
  const text = target.place?.node.kind === 'string' ? target.place.node.text : '';
  if (isAccountWithMarks(text.split(':')[4] ?? '')) return plainAccount(target);
  return namesIn(target.policy, undefined).account === '*' ? [] : anyAccount(target);
};

/** `1111-2222-3333`, as the console shows it. */
export function isAccountWithMarks(text: string): boolean {
  return /^[\d -]+$/.test(text) && digitsOf(text).length === 12;
}

/** Without blanks and hyphens. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** How an ARN begins, where the rest is right. */
export const arnBeginning: FixMaker = ({ place, policy, catalog, statement, writer }) => {
  const node = place?.node;
  if (node?.kind !== 'string' || /\s/.test(node.text)) return [];
  const { text } = node;
  const { partition } = namesIn(policy, undefined);
  const hasService = catalog.hasService(text.split(':')[0] ?? '');
  const services = new Set((statement?.actions ?? []).map(({ prefix }) => prefix));
  const isOfS3 = services.size === 1 && services.has('s3');
  const bucket = /^(?:s3:\/\/)?([a-z0-9][a-z0-9.-]{2,}(\/.*)?)$/.exec(text)?.[1];
  const wanted = [
    ...(/^arn:/i.test(text) ? [`arn:${text.slice(4)}`] : []),
    ...(/^aws[\w-]*:/.test(text) ? [`arn:${text}`] : []),
    ...(hasService ? [`arn:${partition}:${text}`] : []),
    ...(isOfS3 && bucket !== undefined ? [`arn:${partition}:s3:::${bucket}`] : []),
  ].find(parseArn);
  return wanted === undefined ? [] : fix(`Change to ${wanted}`, writer.setText(node, wanted));
};

/** What an ARN lacks: its partition, or the fields that are always empty. */
export const missingFields: FixMaker = (target) => {
  const node = target.place?.node;
  const [arn, prefix = '', ...rest] = node?.kind === 'string' ? node.text.split(':') : [];
  if (node?.kind !== 'string' || !target.catalog.hasService(prefix) || rest.length < 3)
    return emptyFields(target);
  const text = [arn, namesIn(target.policy, undefined).partition, prefix, ...rest].join(':');
  return fix(`Change to ${text}`, target.writer.setText(node, text));
};

/** The empty fields of an ARN whose service has neither Region nor account in any of its ARNs. */
const emptyFields: FixMaker = ({ place, catalog, writer }) => {
  const node = place?.node;
  if (node?.kind !== 'string') return [];
  const [arn, partition, prefix = '', ...rest] = node.text.split(':');
  const formats = [...(catalog.service(prefix)?.resourceTypes.values() ?? [])].flatMap(({ arns }) => arns);
  const hasNone = formats.some(
    (format) => parseArn(format)?.region === '' && parseArn(format)?.account === '',
  );
  const name = rest.filter((part) => part !== '').join(':');
  if (!hasNone || name === '') return [];
  const text = [arn, partition, prefix, '', '', name].join(':');
  return fix(`Change to ${text}`, writer.setText(node, text));
};
