import { parseDocument } from 'yaml';
import { createPolicyService, type HostDocument, openDocument } from '../../server/src/service';
import { testCatalog } from '../support/catalog';
import { limitRow, ms, ratioRow, type Row, time } from './measure';

const service = createPolicyService({ catalog: testCatalog() });

/** Change → findings in a template of 200 KB beside its parser alone. */
export function templateRows(): Row[] {
  const text = templateOfSize(200 * 1024);
  const parser = time(() => parseDocument(text, { logLevel: 'silent' }), 9);
  const inPolicy = time(editing(text, 'arn:aws:s3:::bench-20/'), 25);
  const elsewhere = time(editing(text, 'Number of the host 20'), 25);
  const plain = templateOfSize(200 * 1024, '').replaceAll('AWS::IAM::ManagedPolicy', 'AWS::S3::Bucket');
  const without = time(() => openDocument(source(plain)), 25, 20);
  return [
    ratioRow('edit in a policy, YAML template of 200 KB', inPolicy, 'yaml parser', parser, 2),
    limitRow('edit elsewhere in it', elsewhere, 'ms', 5, `yaml parser: ${ms(parser)}`),
    limitRow('YAML of 200 KB without policies', without, 'ms', 0.5, `yaml parser: ${ms(parser)}`),
  ];
}

function source(text: string) {
  return { text, languageId: 'yaml', fileName: 'template.yaml' };
}

/** Types a character behind the words, or takes it away again, and checks what has become of the text. */
function editing(text: string, words: string): () => void {
  const at = text.indexOf(words) + words.length;
  const texts = [`${text.slice(0, at)}x${text.slice(at)}`, text];
  let document: HostDocument | undefined;
  let round = 0;
  return () => {
    const current = texts[round++ % 2]!;
    document = openDocument(source(current), document);
    if (document) service.checkAll(document, current);
  };
}

function templateOfSize(size: number, document = policy): string {
  let text = 'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n';
  for (let number = 0; text.length < size; number++) {
    text += `  Host${number}:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      GroupDescription: Number of the host ${number}\n`;
    text += `  Access${number}:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n${document.replaceAll('NUMBER', String(number))}`;
  }
  return text;
}

const policy = `      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Sid: ReadNUMBER
            Effect: Allow
            Action:
              - s3:GetObject
              - s3:GetObjectVersion
            Resource: arn:aws:s3:::bench-NUMBER/*
          - Effect: Allow
            Action: s3:ListBucket
            Resource: !Sub arn:\${AWS::Partition}:s3:::bench-NUMBER
            Condition:
              StringLike: { "s3:prefix": [home/*] }
`;
