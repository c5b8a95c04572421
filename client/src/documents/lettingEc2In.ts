import { applyEdits, modify, parseTree, findNodeAtLocation } from 'jsonc-parser';

const statement = {
  Effect: 'Allow',
  Principal: { Service: 'ec2.amazonaws.com' },
  Action: 'sts:AssumeRole',
};

/**
 * A trust policy with a statement more, by which EC2 may assume the role; everything else stays as it is.
 * @returns undefined where the text has no statements to add to
 */
export const lettingEc2In = (text: string): string | undefined => {
  const root = parseTree(text);
  const statements = root && findNodeAtLocation(root, ['Statement']);
  if (statements === undefined) return undefined;
  const formattingOptions = { tabSize: 2, insertSpaces: true, eol: '\n' };
  if (statements.type === 'array') {
    const end = statements.children?.length ?? 0;
    return applyEdits(
      text,
      modify(text, ['Statement', end], statement, { formattingOptions, isArrayInsertion: true }),
    );
  }
  if (statements.type !== 'object') return undefined;
  const only = JSON.parse(text.slice(statements.offset, statements.offset + statements.length)) as unknown;
  return applyEdits(text, modify(text, ['Statement'], [only, statement], { formattingOptions }));
};
