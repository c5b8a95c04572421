import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { buildBundles } from '../support/buildBundles';

const root = resolve(__dirname, '../..');
const schema = resolve(root, 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

const clean = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }
  ]
}
`;
const mistaken = clean.replace('Allow', 'Alow');
const repeated = clean.replace('"s3:GetObject"', '["s3:GetObject", "s3:GetObject"]');

interface Printed {
  readonly file: string;
  readonly code: string;
  readonly [key: string]: unknown;
}

describe('trustwright check', () => {
  let folder: string;
  before(function () {
    this.timeout(60_000);
    buildBundles();
    folder = mkdtempSync(join(tmpdir(), 'trustwright-cli-'));
    mkdirSync(join(folder, 'policies/deep'), { recursive: true });
    writeFileSync(join(folder, 'clean.json'), clean);
    writeFileSync(join(folder, 'policies/mistaken.json'), mistaken);
    writeFileSync(join(folder, 'policies/deep/repeated.json'), repeated);
    writeFileSync(join(folder, 'policies/package.json'), '{ "name": "no policy" }');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function run(words: readonly string[], input = '') {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...words], {
      cwd: folder,
      input,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  }
  const json = (...words: string[]) =>
    JSON.parse(run(['check', '--format', 'json', ...words]).stdout) as Printed[];

  it('gives the kind of the policy, and none to what is between resources of a template', () => {
    writeFileSync(
      join(folder, 'template.yaml'),
      `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement: { Effect: Alow, Principal: { Service: lambda.amazonaws.com }, Action: "sts:AssumeRole" }
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties: { Roles: [!Ref Role, !Ref Role] }
`,
    );
    assert.deepEqual(
      json('template.yaml').map(({ code, kind }) => ({ code, kind })),
      [
        { code: 'INVALID_EFFECT', kind: 'trust' },
        { code: 'PROFILE_WITH_SEVERAL_ROLES', kind: undefined },
      ],
    );
    assert.match(run(['check', '--format', 'sarif', 'template.yaml']).stdout, /PROFILE_WITH_SEVERAL_ROLES/);
  });

  it('looks at all files of a Terraform module, whichever of them are named', () => {
    mkdirSync(join(folder, 'module/other'), { recursive: true });
    const role =
      'resource "aws_iam_role" "web" {\n  assume_role_policy = data.aws_iam_policy_document.t.json\n}\n';
    const trust =
      'data "aws_iam_policy_document" "t" {\n  statement {\n    actions = ["sts:AssumeRole"]\n    principals {\n      type        = "Service"\n      identifiers = ["ec2.amazonaws.com"]\n    }\n  }\n}\n';
    const use = 'resource "aws_lambda_function" "f" {\n  role = aws_iam_role.web.arn\n}\n';
    writeFileSync(join(folder, 'module/role.tf'), role);
    writeFileSync(join(folder, 'module/trust.tf'), trust);
    writeFileSync(join(folder, 'module/use.tf'), use);
    writeFileSync(join(folder, 'module/other/use.tf'), use);
    for (const name of ['module', 'module/use.tf']) {
      const [found, ...others] = json(name);
      assert.deepEqual(others, []);
      assert.equal(found?.code, 'ROLE_NOT_TRUSTED_BY_SERVICE');
      assert.equal(found.file, 'module/use.tf');
      const [place] = found.related as { file: string; line: number }[];
      assert.deepEqual([place?.file, place?.line], ['module/trust.tf', 4]);
    }
    assert.deepEqual(json('module/role.tf'), []);
    const sarif = run(['check', '--format', 'sarif', 'module/use.tf']).stdout;
    assert.match(sarif, /relatedLocations[^]*module\/trust\.tf/);
  });

  it('is silent about a clean policy and exits with 0', () => {
    assert.deepEqual(run(['check', 'clean.json']), { status: 0, stdout: '', stderr: '' });
  });

  it('prints findings like a compiler and exits with 1', () => {
    const { status, stdout } = run(['check', 'policies/mistaken.json']);
    assert.equal(status, 1);
    assert.match(stdout, /^policies\/mistaken\.json:4:17: error INVALID_EFFECT: .+\.\n$/);
  });

  it('reads standard input', () => {
    const { status, stdout } = run(['check', '-'], mistaken);
    assert.equal(status, 1);
    assert.match(stdout, /^<stdin>:4:17: error INVALID_EFFECT/);
  });

  it('prints places in JSON, counted from 1, and the members of a group', () => {
    const [effect] = json('policies/mistaken.json');
    assert.deepEqual(effect, {
      file: 'policies/mistaken.json',
      kind: 'identity',
      code: 'INVALID_EFFECT',
      severity: 'error',
      message: effect?.message,
      line: 4,
      column: 17,
      endLine: 4,
      endColumn: 23,
      url: 'https://github.com/trustwright/trustwright/blob/main/docs/checks/INVALID_EFFECT.md',
    });
    const redundant = json('policies/deep/repeated.json').find(({ code }) => code === 'REDUNDANT_ACTION');
    assert.equal((redundant?.related as unknown[]).length, 1);
  });

  it('looks for policies in folders and globs and leaves other files alone', () => {
    const files = (found: Printed[]) => [...new Set(found.map(({ file }) => file))];
    assert.deepEqual(files(json('policies')), ['policies/deep/repeated.json', 'policies/mistaken.json']);
    assert.deepEqual(files(json('**/mis*.json')), ['policies/mistaken.json']);
  });

  it('takes a named file to be a policy', () => {
    assert.ok(json('policies/package.json').some(({ code }) => code === 'MISSING_STATEMENT'));
  });

  it('checks a policy as the kind it is told', () => {
    const codes = json('--kind', 'trust', 'clean.json').map(({ code }) => code);
    assert.ok(codes.includes('ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE'), codes.join());
  });

  it('takes the resource of a policy, and the quota of the account', () => {
    const Principal = { AWS: 'arn:aws:iam::111122223333:root' };
    const queue = { Effect: 'Allow', Principal, Action: 's3:GetObject', Resource: '*' };
    writeFileSync(join(folder, 'queue.json'), JSON.stringify({ Version: '2012-10-17', Statement: queue }));
    const codes = (...words: string[]) => json(...words).map(({ code }) => code);
    assert.deepEqual(codes('--kind', 'resource/sqs', 'queue.json'), ['UNSUPPORTED_ACTION_IN_POLICY']);
    assert.deepEqual(codes('--resource-type', 'AWS::SQS::Queue', 'queue.json'), [
      'UNSUPPORTED_ACTION_IN_POLICY',
    ]);
    const AWS = Array.from({ length: 60 }, (_, n) => `arn:aws:iam::111122223333:role/role-${String(n)}`);
    const trust = { Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole' };
    writeFileSync(
      join(folder, 'trust-policy.json'),
      JSON.stringify({ Version: '2012-10-17', Statement: trust }),
    );
    assert.deepEqual(codes('trust-policy.json'), ['POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA']);
    assert.deepEqual(codes('--trust-policy-quota', '4096', 'trust-policy.json'), []);
    assert.equal(run(['check', '--trust-policy-quota', 'many', 'trust-policy.json']).status, 2);
  });

  it('fails from the level that is asked for', () => {
    assert.equal(run(['check', '--fail-on', 'never', 'policies/mistaken.json']).status, 0);
    assert.equal(run(['check', 'policies/deep/repeated.json']).status, 0);
    assert.equal(run(['check', '--fail-on', 'hint', 'policies/deep/repeated.json']).status, 1);
  });

  it('changes severities and turns checks off', () => {
    assert.equal(run(['check', '--severity', 'INVALID_EFFECT=off', 'policies/mistaken.json']).stdout, '');
    const [finding] = json('--severity', 'INVALID_EFFECT=hint', 'policies/mistaken.json');
    assert.equal(finding?.severity, 'hint');
    const { status, stderr } = run(['check', '--severity', 'INVALID_EFECT=off', 'policies/mistaken.json']);
    assert.equal(status, 2);
    assert.match(stderr, /There is no finding "INVALID_EFECT"\. Did you mean INVALID_EFFECT\?/);
  });

  describe('with settings of a workspace', () => {
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    const codes = (...words: string[]) => json(...words).map(({ code }) => code);
    before(() => {
      write('team/.git/HEAD', 'ref: refs/heads/main');
      write('team/policies/mistaken.json', mistaken);
      write('team/policies/guard.json', clean);
      write(
        'team/.vscode/settings.json',
        '{ /* ours */ "trustwright.severity": { "INVALID_EFFECT": "off" }, }',
      );
      write('team/nested/.vscode/settings.json', '{ "trustwright.files": { "nested/guard.json": "trust" } }');
      write('team/nested/guard.json', clean);
      write('team/nested/mistaken.json', mistaken);
      write('.vscode/settings.json', '{ "trustwright.severity": { "INVALID_EFFECT": "hint" } }');
      write('team/inner/.git', 'gitdir: elsewhere');
      write('team/inner/mistaken.json', mistaken);
    });
    after(() => rmSync(join(folder, '.vscode'), { recursive: true }));

    it('takes them from the nearest folder above the file, comments and all', () => {
      assert.deepEqual(codes('team/policies/mistaken.json'), []);
      assert.equal(json('policies/mistaken.json')[0]?.severity, 'hint');
      assert.equal(json('team/nested/mistaken.json')[0]?.severity, 'error');
    });

    it('takes kinds of files from them', () => {
      const kinds = json('team/nested/guard.json').map(({ kind }) => kind);
      assert.deepEqual([...new Set(kinds)], ['trust']);
      assert.deepEqual(codes('--kind', 'identity', 'team/nested/guard.json'), []);
    });

    it('looks no higher than the root of the repository', () => {
      assert.equal(json('team/inner/mistaken.json')[0]?.severity, 'error');
    });

    it('puts what the command says first, and leaves them alone when told to', () => {
      assert.equal(
        json('--severity', 'INVALID_EFFECT=warning', 'team/policies/mistaken.json')[0]?.severity,
        'warning',
      );
      assert.equal(json('--no-workspace-settings', 'team/policies/mistaken.json')[0]?.severity, 'error');
    });

    it('takes those of a workspace file under them, for its own folders', () => {
      const settings = {
        'trustwright.severity': { INVALID_EFFECT: 'hint', EMPTY_SID_VALUE: 'off' },
        'trustwright.files': { 'guard.json': 'trust' },
      };
      write('multi/.git/HEAD', 'ref: refs/heads/main');
      write(
        'multi/all.code-workspace',
        JSON.stringify({ folders: [{ path: 'one' }, { path: 'two' }], settings }),
      );
      for (const one of ['one', 'two', 'three']) write(`multi/${one}/mistaken.json`, mistaken);
      write('multi/one/guard.json', clean);
      write('multi/two/.vscode/settings.json', '{ "trustwright.severity": { "INVALID_EFFECT": "warning" } }');
      assert.equal(json('multi/one/mistaken.json')[0]?.severity, 'hint');
      assert.equal(json('multi/one/guard.json')[0]?.kind, 'trust');
      assert.equal(json('multi/two/mistaken.json')[0]?.severity, 'warning');
      assert.equal(json('multi/three/mistaken.json')[0]?.severity, 'error');
    });

    it('names what it can not use of them, and goes on', () => {
      write('team/bad/.vscode/settings.json', '{ "trustwright.severity": { "INVALID_EFFECT": "loud" } ');
      write('team/bad/mistaken.json', mistaken);
      const { status, stderr } = run(['check', 'team/bad/mistaken.json']);
      assert.equal(status, 1);
      assert.match(stderr, /settings\.json: trustwright\.severity can not be "loud" for "INVALID_EFFECT"/);
    });
  });

  it('writes SARIF that its schema accepts', () => {
    const { stdout } = run(['check', '--format', 'sarif', 'policies', 'clean.json']);
    const log = JSON.parse(stdout) as { runs: { results: unknown[] }[] };
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object);
    assert.ok(validate(log), JSON.stringify(validate.errors, null, 2));
    assert.ok(log.runs[0]!.results.length >= 2);
  });

  it('writes GitHub workflow commands', () => {
    const { stdout } = run(['check', '--format', 'github', 'policies/mistaken.json']);
    assert.match(
      stdout,
      /^::error file=policies\/mistaken\.json,line=4,col=17,endLine=4,endColumn=23,title=INVALID_EFFECT::/,
    );
  });

  it('names a folder that it may not open', function () {
    // The administrator may open everything.
    if (process.getuid?.() === 0) this.skip();
    mkdirSync(join(folder, 'closed'), { mode: 0o000 });
    const { status, stderr } = run(['check', 'closed']);
    assert.equal(status, 2);
    assert.match(stderr, /closed: you may not read it/);
  });

  it('names what it can not read, checks the rest, and exits with 2', () => {
    const { status, stdout, stderr } = run(['check', 'nowhere.json', 'policies/mistaken.json']);
    assert.equal(status, 2);
    assert.match(stderr, /nowhere\.json: there is no such file/);
    assert.match(stdout, /INVALID_EFFECT/);
  });

  for (const words of [
    ['check'],
    ['check', '--kind', 'nonsense', 'x'],
    ['check', '--format', 'xml', 'x'],
    ['frobnicate'],
  ]) {
    it(`explains wrong usage: ${words.join(' ')}`, () => {
      const { status, stdout, stderr } = run(words);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /^trustwright: .+\nTry trustwright --help\.\n$/);
    });
  }
});
