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

/** The account that the policy's other ARNs name, where there is one: no other would be more than a guess. */
export const accountOfOthers: FixMaker = (target) =>
  namesIn(target.policy, undefined).account === '*' ? [] : anyAccount(target);

/** The empty fields of an ARN whose service has neither Region nor account in any of its ARNs. */
export const emptyFields: FixMaker = ({ place, catalog, writer }) => {
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
