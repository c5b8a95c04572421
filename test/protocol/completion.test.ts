import assert from 'node:assert/strict';
import { type ClientCapabilities, type CompletionList, CompletionRequest } from 'vscode-languageserver/node';
import { TestClient } from '../support/testClient';

const uri = 'file:///w/policy.json';
const withAction = (action: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "${action}", "Resource": "*" }] }`;

describe('completion as a client can take it', () => {
  const clients: TestClient[] = [];
  afterEach(() => clients.splice(0).forEach((client) => client.stop()));

  async function listAt(
    text: string,
    behind: string,
    capabilities: ClientCapabilities,
  ): Promise<CompletionList> {
    const client = await TestClient.start(capabilities);
    clients.push(client);
    await client.open(uri, text);
    const position = { line: 0, character: text.indexOf(behind) + behind.length };
    const list = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
    });
    assert.ok(list && !Array.isArray(list));
    return list;
  }

  it('writes no marks of snippets for one that does not read them', async () => {
    const { items } = await listAt('{ }', '{ ', {});
    const statement = items.find(({ label }) => label === 'Trust policy for an account');
    assert.match(statement?.textEdit?.newText ?? '', /"sts:ExternalId": "external-id"/);
    for (const item of items) {
      assert.equal(item.insertTextFormat, undefined);
      assert.doesNotMatch(item.textEdit?.newText ?? '', /[$\\]/);
    }
  });

  it('stays short for one that wants everything said with every item, and goes on as more is typed', async () => {
    const list = await listAt(withAction('ec2:'), 'ec2:', {});
    assert.ok(JSON.stringify(list).length < 150_000);
    assert.equal(list.isIncomplete, true);
    assert.ok(list.items.some(({ label }) => label === 'ec2:RunInstances'));
    const { items } = await listAt(withAction('ec2:Unassigni'), 'ec2:Unassigni', {});
    assert.ok(items.some(({ label }) => label === 'ec2:UnassignIpv6Addresses'));
  });

  it('is there in a JSON file that is not a policy yet', async () => {
    const { items } = await listAt('{ "Version": "2012-10-17", "St" }', '"St', {});
    assert.ok(items.some(({ label }) => label === 'Statement'));
  });

  it('documents what has the focus: elements, principals, and whole policies as they will stand there', async () => {
    const documented = async (text: string, behind: string, label: string): Promise<string> => {
      const { items } = await listAt(text, behind, {});
      const item = items.find((one) => one.label === label);
      assert.ok(item);
      const resolved = await clients.at(-1)!.resolve(item);
      return JSON.stringify(resolved.documentation);
    };
    assert.match(await documented('{ }', '{ ', 'Statement'), /one that denies wins/);
    assert.match(await documented('{ }', '{ ', 'Trust policy for EC2'), /sts:AssumeRole/);
    const trust = '{ "Statement": [{ "Principal": { "Service": "" } }] }';
    assert.match(await documented(trust, '"Service": "', 'ec2.amazonaws.com'), /instance profile/);
  });
});
