import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPolicyService } from '../../../server/src/service';
import type { KindOfPolicy } from '../../../server/src/service/checks/check';
import type { Expression, Neutral } from '../../../server/src/service/convert/neutral';
import { joined } from '../../../server/src/service/convert/neutral';
import { toJson } from '../../../server/src/service/convert/toJson';
import { toYaml } from '../../../server/src/service/convert/toYaml';
import { forCloudFormation } from '../../../server/src/service/convert/cloudformation/write';
import { patience, runs } from '../../support/anyInput';
import { testCatalog } from '../../support/catalog';
import { managedPolicies } from '../../support/managedPolicies';
import {
  canonical,
  convertedTo,
  type Form,
  forms,
  meaningOf,
  placed,
  policyIn,
  type PolicyText,
} from '../../support/policyForms';

/** Pieces of text that mean something to one of the languages. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      'arn:aws:s3:::a',
      '/*',
      '*',
      '?',
      '${aws:username}',
      "${aws:PrincipalTag/a, 'b'}",
      '"',
      "'",
      '\\',
      '\n',
      '\t',
    ],
    ...[
      '# ',
      ': ',
      '- ',
      '!Ref ',
      '%{ if a }',
      '%%{',
      '$${',
      '{{',
      '<<EOT',
      'é',
      '😀',
      '\u2028',
      '&a',
      '*a',
      '=',
      ' ',
      '|',
    ],
    ...['2012-10-17', '0123', 'true', 'null', '~', '1e3', 'yes', '@', '`'],
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
const text = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));

/** Values that both languages have, and parameters with names that either spells in its way. */
const expression: fc.Arbitrary<Expression> = fc
  .constantFrom(
    ...['data.aws_caller_identity.current.account_id', 'data.aws_region.current.name'],
    ...['data.aws_partition.current.partition', 'data.aws_partition.current.dns_suffix'],
    ...['var.bucket', 'var.bucket_arn', 'var.s3_key_prefix'],
  )
  .map((source): Expression => {
    const means = pseudo[source];
    return { kind: 'expression', language: 'hcl', source, ...(means !== undefined && { means }) };
  });

const pseudo: Readonly<Record<string, string>> = {
  'data.aws_caller_identity.current.account_id': 'AWS::AccountId',
  'data.aws_region.current.name': 'AWS::Region',
  'data.aws_partition.current.partition': 'AWS::Partition',
  'data.aws_partition.current.dns_suffix': 'AWS::URLSuffix',
};

const literal: fc.Arbitrary<Neutral> = text.map((one) => ({ kind: 'string', text: one }));
const computed: fc.Arbitrary<Neutral> = fc
  .array(fc.oneof(expression, text), { minLength: 1, maxLength: 4 })
  .map((parts) => joined(parts));

/** A policy whose texts are the given ones. */
function policyOf(value: fc.Arbitrary<Neutral>, inLists = false): fc.Arbitrary<Neutral> {
  const map = (entries: readonly (readonly [string, Neutral])[]): Neutral => ({ kind: 'map', entries });
  const list = fc
    .array(value, { minLength: 1, maxLength: 3 })
    .map((items): Neutral => ({ kind: 'list', items }));
  // Of a computed value that is no item of a list it is not known whether it is a list itself.
  const values = inLists ? list : fc.oneof(value, list);
  const mapOf = (keys: fc.Arbitrary<string>, inner: fc.Arbitrary<Neutral>) =>
    fc.uniqueArray(fc.tuple(keys, inner), { minLength: 1, maxLength: 2, selector: ([key]) => key }).map(map);
  const principal = fc.oneof(
    fc.constant<Neutral>({ kind: 'string', text: '*' }),
    mapOf(fc.constantFrom('AWS', 'Service', 'Federated'), values),
  );
  const clauses = mapOf(
    fc.constantFrom('aws:SourceIp', 'aws:RequestTag/${a}', 's3:prefix', 'a = b', '"x" # y'),
    values,
  );
  const statement = fc
    .tuple(
      fc.constantFrom('Allow', 'Deny'),
      fc.option(fc.constantFrom('One', 'Two', 'yes'), { nil: undefined }),
      fc.constantFrom('Action', 'NotAction'),
      values,
      fc.constantFrom('Resource', 'NotResource'),
      values,
      fc.option(principal, { nil: undefined }),
      fc.option(mapOf(fc.constantFrom('StringLike', 'IpAddress', 'Null'), clauses), { nil: undefined }),
    )
    .map(([effect, sid, action, actions, resource, resources, who, condition]) =>
      map([
        ...(sid === undefined ? [] : [['Sid', { kind: 'string', text: sid }] as const]),
        ['Effect', { kind: 'string', text: effect }],
        ...(who ? [['Principal', who] as const] : []),
        [action, actions],
        [resource, resources],
        ...(condition ? [['Condition', condition] as const] : []),
      ]),
    );
  return fc.array(statement, { minLength: 1, maxLength: 3 }).map((items) =>
    map([
      ['Version', { kind: 'string', text: '2012-10-17' }],
      ['Statement', { kind: 'list', items }],
    ]),
  );
}

const service = createPolicyService({ catalog: testCatalog() });

/** About how a form is laid out, what it has in another shape, and characters that JSON and YAML may have escapes for. */
const ofForms =
  /^(POLICY_SIZE\w*|DATA_TYPE_MISMATCH|REDUNDANT_STATEMENT|UNIQUE_SIDS_RECOMMENDED|UNSUPPORTED_CHARACTER)$/;

function findingsIn(source: PolicyText, kind: KindOfPolicy): string[] {
  const file = policyIn(source);
  return (file ? service.check({ policy: file.policy, kind }, source.text) : [])
    .map(({ code }) => code)
    .filter((code) => !ofForms.test(code))
    .sort();
}

/** From each form into each other and back: the policy stays what it was, and so do its findings. */
function assertRoundTrips(first: PolicyText, among: readonly Form[], wanted: unknown): number {
  let count = 0;
  const { kind } = policyIn(first)!;
  const findings = findingsIn(first, kind);
  const texts = among.flatMap((form) => {
    const converted = convertedTo(form, first);
    return converted ? [{ form, converted }] : [];
  });
  for (const { form, converted } of texts) {
    for (const other of among) {
      const there = form === other ? converted : convertedTo(other, converted);
      if (!there) continue;
      const label = `${form} → ${other}\n${there.text}\nfrom\n${converted.text}`;
      const same = form === 'JSON' || other === 'JSON' ? undefined : wanted;
      assert.deepEqual(meaningIn(there), same ?? meaningIn(converted), label);
      assert.deepEqual(findingsIn(there, kind), findings, label);
      count++;
    }
  }
  return count;
}

/** What the policy says, in Terraform's words for what is computed. */
function meaningIn(source: PolicyText): unknown {
  const file = policyIn(source);
  if (file?.syntax.neutral?.(source.text, file.policy)?.language !== 'cloudformation')
    return meaningOf(source);
  const hcl = convertedTo('jsonencode', source);
  assert.ok(hcl, source.text);
  return meaningOf(hcl);
}

/** A template in JSON with the policy. */
function jsonTemplate(policy: string): PolicyText {
  const resource = `{ "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": ${policy} } }`;
  return { text: `{ "Resources": { "P": ${resource} } }`, languageId: 'json', fileName: 'template.json' };
}

describe('conversions there and back', function () {
  this.timeout(patience);

  it('keep literal policies of any text', () => {
    let count = 0;
    fc.assert(
      fc.property(policyOf(literal), (policy) => {
        const yaml = toYaml(policy)!;
        count += assertRoundTrips(placed('CloudFormation YAML', yaml), forms, canonical(policy));
      }),
      runs(40),
    );
    assert.ok(count > 150, `${count} conversions`);
  });

  it('keep what is computed', () => {
    let count = 0;
    fc.assert(
      fc.property(policyOf(computed, true), (policy) => {
        const converted = forCloudFormation(policy);
        if (!converted) return;
        const yaml = toYaml(converted.value)!;
        const among = forms.filter((form) => form !== 'JSON');
        assert.deepEqual(meaningIn(jsonTemplate(toJson(converted.value)!)), canonical(policy));
        count += assertRoundTrips(placed('CloudFormation YAML', yaml), among, canonical(policy));
      }),
      runs(40),
    );
    assert.ok(count > 80, `${count} conversions`);
  });

  it('keep the managed policies of AWS, from each form to the next', () => {
    // A sample of them takes seconds.
    const all = managedPolicies().filter((_, index) => patience === 0 || index % 8 === 0);
    let whole = 0;
    for (const { name, document } of all) {
      const first: PolicyText = { text: document, languageId: 'json', fileName: 'policy.json' };
      const wanted = meaningOf(first);
      let last = first;
      for (const form of [...forms.slice(1), forms[0]]) {
        const next = convertedTo(form, last);
        if (!next) break;
        assert.deepEqual(meaningOf(next), wanted, `${name} as ${form}`);
        last = next;
        if (form === forms[0]) whole++;
      }
    }
    assert.ok(whole >= all.length * 0.99, `${whole} of ${all.length}`);
  });
});
