import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { waitFor } from '../support/waitFor';
import { emptyWorkspace } from './support/emptyWorkspace';
import { pictureOfFailure, setStage, type Stage } from './support/stage';

const touched = ['instance', 'key-pair', 'network-interface', 'security-group', 'subnet', 'volume'];
const oneImage = {
  Effect: 'Allow',
  Action: ['ec2:RunInstances'],
  Resource: ['arn:aws:ec2:*::image/ami-123', ...touched.map((type) => `arn:aws:ec2:*:*:${type}/*`)],
  Condition: { StringEquals: { 'aws:username': 'User1' } },
};

describe('a policy written from an empty file, by keyboard alone', () => {
  let stage: Stage;
  before(async () => {
    const workspace = emptyWorkspace(['role.iampolicy', 'pieces.iampolicy', 'plain.json']);
    stage = await setStage({ workspace });
  });
  after(() => stage.close());
  afterEach(function () {
    return pictureOfFailure(stage, this.currentTest);
  });

  /** What was saved, which may be half a policy still: then its text. */
  const read = (name: string): unknown => {
    const text = readFileSync(join(stage.workspace, name), 'utf8');
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  };
  /** The editor may save by itself as well, so the file is looked at until it is as it should be. */
  const isSaved = async (name: string, expected: unknown): Promise<void> => {
    await stage.workbench.page.keyboard.press('Control+s');
    await waitFor(() => isDeepStrictEqual(read(name), expected)).catch(() => undefined);
    assert.deepEqual(read(name), expected);
  };

  it('becomes a trust policy for EC2', async () => {
    const { workbench } = stage;
    await workbench.openFile('role.iampolicy');
    await workbench.suggest('Trust policy for EC2');
    await workbench.screenshot('empty-file');
    await workbench.choose('Trust policy for EC2');
    await workbench.text('ec2.amazonaws.com').waitFor();
    await isSaved('role.iampolicy', {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    });
    await workbench.noSquiggles();
  });

  it('becomes "User1 may launch only ami-123", piece by piece', async () => {
    const { workbench } = stage;
    const { keyboard } = workbench.page;
    await workbench.openFile('pieces.iampolicy');
    await workbench.suggest('Permission policy');
    await workbench.choose('Permission policy');
    // Choosing the effect leads on to the action.
    await workbench.choose('Allow');
    await keyboard.type('RunInst', { delay: 40 });
    await workbench.choose('ec2:RunInstances');
    await keyboard.press('Tab');
    await workbench.suggest('arn:aws:ec2:*::image/ImageId');
    await workbench.screenshot('launch-resources');
    await workbench.choose('arn:aws:ec2:*::image/ImageId');
    await keyboard.press('Tab');
    await keyboard.type('ami-123');
    await keyboard.press('Escape');
    await keyboard.press('Escape');
    await keyboard.press('ArrowRight');
    await keyboard.type(',\n');
    await workbench.suggest('The rest:');
    await workbench.screenshot('launch-rest');
    await workbench.choose('The rest:');
    await keyboard.press('ArrowDown');
    await keyboard.press('End');
    await keyboard.type(',\n');
    await workbench.suggest('Condition');
    await workbench.choose('Condition');
    await workbench.choose('StringEquals');
    await keyboard.type('aws:usern', { delay: 40 });
    await workbench.choose('aws:username');
    await keyboard.type('User1');
    await keyboard.press('Escape');
    await isSaved('pieces.iampolicy', { Version: '2012-10-17', Statement: [oneImage] });
    await workbench.noSquiggles();
    await workbench.screenshot('launch-done');
  });

  it('becomes the same from a template, in a file that nobody called a policy', async () => {
    const { workbench } = stage;
    const { keyboard } = workbench.page;
    await workbench.openFile('plain.json');
    await workbench.suggest('RunInstances with one AMI');
    await workbench.choose('RunInstances with one AMI');
    await workbench.text('LaunchOneImageOnly').waitFor();
    await keyboard.type('ami-123');
    await keyboard.press('Tab');
    await keyboard.type('User1');
    await keyboard.press('Escape');
    await isSaved('plain.json', {
      Version: '2012-10-17',
      Statement: [{ Sid: 'LaunchOneImageOnly', ...oneImage }],
    });
    await workbench.noSquiggles();
  });
});
