import escapeRegExp from 'escape-string-regexp';
import type { Finding } from '../../checks/check';
import type { TemplateRepair } from '../../checks/template/repair';
import type { PolicyWriter, TextEdit } from '../../edits/edit';
import { isPossible } from '../../edits/noEdits';
import type { HostDocument } from '../../hosts/host';
import { isAboutAction } from '../../iam/statementActions';
import type { ArrayNode } from '../../model/nodes';
import { PolicyDocument } from '../../model/policyDocument';
import type { Statement } from '../../model/statement';
import type { Fix } from './fix';

/** The repairs of a finding between resources of a template. None where nothing is obvious. */
export function templateFixes(
  { ranges, data }: Finding,
  document: HostDocument,
  text: string,
): readonly Fix[] {
  const repair = data?.template;
  const [range] = ranges;
  if (!repair || !range) return [];
  const fixes = fixesOf(repair, text.slice(range.start, range.end), document, text, range);
  return fixes.filter((fix) => fix.edits.length > 0 && isPossible(fix));
}

function fixesOf(
  repair: TemplateRepair,
  source: string,
  document: HostDocument,
  text: string,
  range: TextEdit['range'],
): readonly Fix[] {
  switch (repair.kind) {
    case 'trust': {
      const { trust, service, role } = repair;
      const { policy } = trust;
      const edits = policy.isPartial ? [] : letIn(service, policy, trust.syntax.writer(text, policy));
      return [{ title: `Let ${service} assume ${role}`, edits }];
    }
    case 'rename': {
      const newText = renamed(source, repair);
      if (newText === undefined) return [];
      return [{ title: `Write the instance profile ${repair.profile}`, edits: [{ range, newText }] }];
    }
    case 'make': {
      const made = document.newProfile?.(text, repair.role, repair.use);
      const newText = made && renamed(source, { from: repair.role, to: made.id });
      if (newText === undefined || repair.taken.includes(made!.id)) return [];
      return [
        { title: `Make an instance profile for ${repair.role}`, edits: [made!.edit, { range, newText }] },
      ];
    }
    case 'keep':
      return keepingOne(repair.list, document, text);
  }
}

/** The service among those that may assume the role, or a statement for it. */
function letIn(service: string, policy: PolicyDocument, writer: PolicyWriter): TextEdit[] {
  for (const statement of policy.statements) {
    const services = servicesOf(statement);
    if (services?.kind === 'array') return writer.addItems(services, [service]);
    if (services?.kind === 'string') return writer.replace(services, [services.text, service]);
  }
  const list = policy.value('Statement');
  const statement = { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' };
  return list?.kind === 'array' ? writer.addItems(list, [statement]) : [];
}

/** The services that a statement lets assume the role without a condition. */
function servicesOf(statement: Statement) {
  const principal = statement.value('Principal');
  const isPlain =
    statement.effect === 'Allow' &&
    !statement.element('Condition') &&
    isAboutAction(statement, 'sts', 'assumerole');
  if (!isPlain || principal?.kind !== 'object') return undefined;
  return principal.entries.find(({ key }) => key.text === 'Service')?.value;
}

/** The same expression about the profile; undefined where the role's name or path is in it in another way. */
function renamed(
  source: string,
  { from, to }: { readonly from: string; readonly to: string },
): string | undefined {
  // What is filled in can only be where something was filled in before.
  if (to.includes('${') && !from.includes('${')) return undefined;
  const name = new RegExp(String.raw`(?<![\w-])${escapeRegExp(from)}(?![\w[-])`);
  const [before, after, ...others] = source.split(name);
  if (before === undefined || after === undefined || others.length > 0) return undefined;
  const start = before.replace(/:role\/(?=(\$\{)?$)/, ':instance-profile/');
  return start.includes(':role/') ? undefined : start + to + after;
}

/** Each role of a profile by itself; which of them is meant only its writer knows. */
function keepingOne(list: ArrayNode, { syntax }: HostDocument, text: string): readonly Fix[] {
  if (!syntax) return [];
  const root = new PolicyDocument(list, [], { withoutWhitespace: 0, all: 0 });
  const indexes = list.items.map((_, index) => index);
  return list.items.map(({ range }, index) => ({
    title: `Keep only ${text.slice(range.start, range.end)}`,
    edits: syntax.writer(text, root).remove(
      list,
      indexes.filter((other) => other !== index),
    ),
    unlikely: true,
  }));
}
