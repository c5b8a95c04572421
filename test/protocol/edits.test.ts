import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TestClient } from '../support/testClient';
import { runs } from '../support/anyInput';

const start = `{
  "Version": "2012-10-17",\r
  "Statement": [
    { "Sid": "ü😀", "Effect": "Alow", "Action": ["s3:GetObjekt", "s3:*"], "Resource": "arn:aws:s3:::b/\${x" },
    { "Effect": "Deny", "NotAction": "iam:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "no" } } }
  ]
}
`;

const edit = fc.record({
  at: fc.nat(400),
  length: fc.nat(12),
  text: fc.oneof(
    fc.constantFrom('', '"', '{', '}', ',', '\n', '\r\n', '😀', 'Allow', '"s3:PutObject",', '\\u00fc'),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
  ),
});

describe('edits', () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start({ textDocument: { diagnostic: {} } });
  });
  after(() => client.stop());

  it('applied one by one give the findings of the text as a whole', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        run += 1;
        const [edited, whole] = ['edited', 'whole'].map((name) => `file:///project/${name}-${run}.iam.json`);
        const text = await type(edited!, edits);
        await client.open(whole!, text);
        assert.equal(await findings(edited!), await findings(whole!), JSON.stringify(text));
      }),
      runs(100),
    );
  });

  /** All that is told about a file, less its name. */
  async function findings(uri: string): Promise<string> {
    return JSON.stringify(await client.pull(uri), undefined, 2).replaceAll(uri, 'file');
  }

  /** Opens the sample and sends the edits; gives the text they lead to. */
  async function type(uri: string, edits: readonly { at: number; length: number; text: string }[]) {
    let document = TextDocument.create(uri, 'json', 0, start);
    await client.open(uri, start);
    for (const [index, { at, length, text }] of edits.entries()) {
      const range = { start: document.positionAt(at), end: document.positionAt(at + length) };
      await client.change(uri, index + 2, { range, text });
      document = TextDocument.update(document, [{ range, text }], index + 2);
    }
    return document.getText();
  }
});
