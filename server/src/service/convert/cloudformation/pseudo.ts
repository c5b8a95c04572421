import type { Expression } from '../neutral';

/** Values that both CloudFormation and Terraform have, whatever the stack or module. */
interface Counterpart {
  /** The pseudo parameter. */
  readonly parameter: string;
  /** The data source that has it, and its attribute. */
  readonly dataSource: string;
  readonly attributes: readonly [usual: string, ...others: string[]];
}

/**
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/partition
 */
const counterparts: readonly Counterpart[] = [
  { parameter: 'AWS::AccountId', dataSource: 'aws_caller_identity', attributes: ['account_id', 'id'] },
  // `name` is what every version of the provider has; newer ones call it `region`.
  { parameter: 'AWS::Region', dataSource: 'aws_region', attributes: ['name', 'region', 'id'] },
  { parameter: 'AWS::Partition', dataSource: 'aws_partition', attributes: ['partition', 'id'] },
  { parameter: 'AWS::URLSuffix', dataSource: 'aws_partition', attributes: ['dns_suffix'] },
];

/** The counterpart of the pseudo parameter. */
export function counterpartOf(parameter: string | undefined): Counterpart | undefined {
  return counterparts.find((one) => one.parameter === parameter);
}

/**
 * The pseudo parameter for an expression of Terraform; undefined where there is none for sure. A data source with
 * arguments may be about another account or region.
 *
 * @param text the file that the expression stands in
 */
export function pseudoParameter(source: string, text: string): string | undefined {
  const [, type, name, attribute] = /^data\.(\w+)\.([\w-]+)\.(\w+)$/.exec(source) ?? [];
  const found = counterparts.find(
    ({ dataSource, attributes }) => dataSource === type && attributes.includes(attribute ?? ''),
  );
  const hasArguments = new RegExp(`data\\s+"${type}"\\s+"${name}"\\s*\\{\\s*\\w`).test(text);
  return found && !hasArguments ? found.parameter : undefined;
}

/** The name of the pseudo parameter that the expression is. */
export function pseudoOf(expression: Expression): string | undefined {
  if (expression.language === 'hcl') return expression.means;
  const { name, argument } = expression;
  return name === 'Ref' && argument.kind === 'string' ? counterpartOf(argument.text)?.parameter : undefined;
}
