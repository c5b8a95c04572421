import type { Names } from '../../iam/namesInPolicy';
import { regionsOf } from '../../iam/regions';
import { arnTemplate } from './arnTemplate';

/**
 * ARNs that begin as the text does and go on as the format says: `arn:aws:s3:::logs` becomes `arn:aws:s3:::logs/*`. Several
 * where the text ends in a Region; none where the text is no beginning of the format, or all of it.
 *
 * @param format of the Service Authorization Reference
 */
export function continued(format: string, text: string, names: Names): string[] {
  const rest = restOf(format, text);
  if (!rest || rest.format === '') return [];
  const { within, value } = rest;
  if (within === undefined) return [text + arnTemplate(rest.format, names)];
  const onward = arnTemplate(rest.format, names, '*');
  if (within === 'Partition') return [];
  if (within === 'Region')
    return regionsOf(names.partition)
      .filter((region) => region.startsWith(value))
      .map((region) => text + region.slice(value.length) + onward);
  if (/^Account(Id)?$/.test(within)) return /^(\d{12}|\*)$/.test(value) ? [text + onward] : [];
  return [text + onward];
}

/** Whether the text is an ARN of the format from its beginning to its end. */
export function isOfFormat(format: string, text: string): boolean {
  const rest = restOf(format, text);
  return rest?.format === '' && rest.value !== '' && !/[/*]/.test(rest.value);
}

interface Rest {
  /** What of the format is left. */
  readonly format: string;
  /** The placeholder of which the text has a part, or all. */
  readonly within?: string;
  /** What of the text stands for that placeholder. */
  readonly value: string;
}

/** What a format has behind the text; undefined where the two differ. */
function restOf(format: string, text: string): Rest | undefined {
  let at = 0;
  let from = 0;
  for (const { 0: mark, 1: name, index } of format.matchAll(/\$\{([^}]*)\}/g)) {
    const fixed = format.slice(from, index);
    const left = text.slice(at);
    if (!left.startsWith(fixed)) break;
    at += fixed.length;
    from = index + mark.length;
    if (at === text.length) return { format: format.slice(index), value: '' };
    const next = format[from];
    const end = next === undefined ? -1 : text.indexOf(next, at);
    if (end < 0) return { format: format.slice(from), within: name!, value: text.slice(at) };
    at = end;
  }
  const fixed = /^[^$]*/.exec(format.slice(from))![0];
  const left = text.slice(at);
  return fixed.startsWith(left) ? { format: format.slice(from + left.length), value: '' } : undefined;
}
