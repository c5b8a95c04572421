import type { Place } from '../../aws/api';
import type { Action } from '../action';
import { cliCommands } from '../cli';

/** A shell script of the AWS CLI's commands that do what the actions do. */
export const toScript = (title: string, actions: readonly Action[], place: Place): string =>
  [
    '#!/bin/sh',
    `# ${title.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')}`,
    'set -eu',
    ...actions.flatMap((action) => [
      ...(action.kind === 'associate' && action.fresh === true ? [patience] : []),
      ...cliCommands([action], place),
    ]),
    '',
  ].join('\n');

const patience = '# EC2 learns of a new instance profile only after some seconds.\nsleep 15';
