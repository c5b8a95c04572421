import { commonServices } from '../../catalog/serviceNames';
import type { Catalog } from '../../catalog/catalog';
import { type Fix, fix, type FixMaker } from './fix';

const action = /^[a-z0-9-]+:[\w*?]+$/i;

/** Actions that stand in one string, in strings of their own. */
export const separated: FixMaker = ({ place, writer }) => {
  const node = place?.node;
  const [parent] = place?.parents ?? [];
  if (node?.kind !== 'string' || !parent) return [];
  const [first = '', ...others] = node.text.split(/[\s,;]+/).filter((part) => part !== '');
  if (others.length === 0 || ![first, ...others].every((part) => action.test(part))) return [];
  const title = 'Write each action as a string of its own';
  if (parent.container.kind === 'object') return fix(title, writer.replace(node, [first, ...others]));
  return fix(title, [...writer.setText(node, first), ...writer.addItems(parent.container, others)]);
};

const most = 3;

/** What was meant by a text that names no action. */
export const rightAction: FixMaker = (target) => {
  const found = separated(target);
  return found.length > 0 ? found : prefixed(target);
};

/** The service and the colon, where an action lacks them: `s3GetObject`, `s3.GetObject`, `GetObject`. */
const prefixed: FixMaker = ({ place, catalog, writer }) => {
  const node = place?.node;
  if (node?.kind !== 'string' || !/^[\w.\-/ ]{4,}$/.test(node.text)) return [];
  const found = [...named(node.text, catalog), ...anywhere(node.text, catalog)].slice(0, most);
  return found.map((text): Fix => ({ title: `Change to ${text}`, edits: writer.setText(node, text) }));
};

/** The text begins with a prefix, and one of the service's actions follows. */
function named(text: string, catalog: Catalog): string[] {
  const lower = text.toLowerCase();
  return catalog.prefixes.flatMap((prefix) => {
    if (!lower.startsWith(prefix)) return [];
    const name = lower.slice(prefix.length).replace(/^[.\-/ ]+/, '');
    const known = catalog.service(prefix)?.actions.get(name);
    return known ? [`${prefix}:${known.name}`] : [];
  });
}

/** Actions of that very name, those of the usual services first; too many say nothing. */
function anywhere(text: string, catalog: Catalog): string[] {
  const found = catalog.prefixes.flatMap((prefix) => {
    const known = catalog.service(prefix)?.actions.get(text.toLowerCase());
    return known ? [{ prefix, name: known.name }] : [];
  });
  const usual = found.filter(({ prefix }) => commonServices.has(prefix));
  const likely = usual.length > 0 ? usual : found;
  return likely.length > most ? [] : likely.map(({ prefix, name }) => `${prefix}:${name}`);
}
