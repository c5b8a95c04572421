import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { check } from './checking';
import { median, ms, type Row } from './measure';
import { policyOfSize } from './policies';

/**
 * Checks the template of the first line whenever a line asks for it, and answers with the milliseconds that took.
 * Imports are warm. `kept`: the rules stay loaded from one call to the next, which its own API does not do.
 * A mistake in the policy must be found, or it is not the rules about IAM that are measured.
 */
const program = `
import json, sys, time
from cfnlint.api import lint
from cfnlint.core import get_rules
template = sys.stdin.readline()
rules = get_rules([], [], [])
wrong = template.replace('"Allow"', '"Alow"', 1)
assert any(match.rule.id == 'E3510' for match in lint(wrong, rules, ['us-east-1'])), 'the policy is not checked'
for line in sys.stdin:
    start = time.perf_counter()
    lint(template, rules if line.strip() == 'kept' else None, ['us-east-1'])
    print((time.perf_counter() - start) * 1000, flush=True)
`;

type Python = ChildProcessByStdio<Writable, Readable, null>;

/** Warm cfn-lint on the same policy inside a template, where it is installed. */
export async function cfnLintRows(): Promise<Row[]> {
  const text = policyOfSize(1024);
  const child: Python = spawn('python3', ['-c', program], { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface(child.stdout);
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${templateWith(text)}\n`);
  try {
    return [
      await row('its rules kept loaded', 'kept', 21, text, child, lines),
      await row('as its API is called', 'api', 5, text, child, lines),
    ];
  } catch {
    console.warn('cfn-lint is not installed, or its API is another one: no comparison.');
    return [];
  } finally {
    child.kill();
  }
}

function templateWith(policy: string): string {
  const Properties = { PolicyDocument: JSON.parse(policy) as unknown };
  return JSON.stringify({ Resources: { P: { Type: 'AWS::IAM::ManagedPolicy', Properties } } });
}

/** The two take turns. */
async function row(
  how: string,
  mode: string,
  rounds: number,
  text: string,
  child: Python,
  lines: Interface,
): Promise<Row> {
  const [ours, theirs]: number[][] = [[], []];
  for (let round = 0; round < rounds; round++) {
    theirs!.push(await ask(mode, child, lines));
    ours!.push(timeOurs(text));
  }
  const ratio = median(theirs!) / median(ours!);
  return {
    what: `check a 1 KB policy, cfn-lint warm, ${how}`,
    measured: ms(median(ours!)),
    yardstick: `cfn-lint: ${ms(median(theirs!))}`,
    ratio: `${ratio.toFixed(0)}× faster`,
    aim: '≥ 500×',
    good: ratio >= 500,
  };
}

function timeOurs(text: string): number {
  const calls = 500;
  const start = performance.now();
  for (let call = 0; call < calls; call++) check(text);
  return (performance.now() - start) / calls;
}

async function ask(mode: string, child: Python, lines: Interface): Promise<number> {
  child.stdin.write(`${mode}\n`);
  const stop = new AbortController();
  try {
    const ended = once(child, 'exit', { signal: stop.signal }).then(() => {
      throw new Error('cfn-lint ended');
    });
    const [answer] = (await Promise.race([once(lines, 'line', { signal: stop.signal }), ended])) as [string];
    return Number(answer);
  } finally {
    stop.abort();
  }
}
