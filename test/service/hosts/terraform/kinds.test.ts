import assert from 'node:assert/strict';
import { policiesIn } from '../../../support/checkHost';

const rows: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  [
    'by where the file uses a document',
    `data "aws_iam_policy_document" "a" {
      statement {
        actions = ["sts:AssumeRole"]
        principals {
          type        = "AWS"
          identifiers = ["*"]
        }
      }
    }
    resource "aws_sqs_queue" "q" {
      policy = one(data.aws_iam_policy_document.a[*].json)
    }
    resource "aws_kms_key" "k" {
      policy = var.own ? data.aws_iam_policy_document.a[0].json : null
    }`,
    ['data.aws_iam_policy_document.a resource'],
  ],
  [
    'by their shape where several uses disagree',
    `data "aws_iam_policy_document" "a" {
      statement {
        actions   = ["s3:GetObject"]
        resources = ["*"]
      }
    }
    resource "aws_iam_policy" "p" {
      policy = data.aws_iam_policy_document.a.json
    }
    resource "aws_s3_bucket_policy" "b" {
      policy = data.aws_iam_policy_document.a.json
    }`,
    ['data.aws_iam_policy_document.a identity?'],
  ],
  [
    'by the type of an organization policy',
    `resource "aws_organizations_policy" "a" {
      content = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", Action = "*", Resource = "*" }] })
    }
    resource "aws_organizations_policy" "b" {
      type    = "RESOURCE_CONTROL_POLICY"
      content = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", Action = "*", Resource = "*" }] })
    }`,
    ['aws_organizations_policy.a scp', 'aws_organizations_policy.b rcp'],
  ],
  [
    'in locals and modules by their shape',
    `locals {
      trust = { Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" }] }
    }
    module "queue" {
      source = "./queue"
      policy = jsonencode({ Version = "2012-10-17", Statement = local.statements })
    }`,
    ['local trust?', 'module.queue identity?'],
  ],
  [
    'but not policies that follow other rules, nor files that are left alone',
    `resource "aws_iot_policy" "a" {
      policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "iot:Nothing", Resource = "*" }] })
    }
    resource "aws_iam_policy" "b" {
      policy = templatefile("policy.json", { Statement = 1 })
    }`,
    [],
  ],
];

describe('Terraform: kinds of policies', () => {
  for (const [name, text, expected] of rows)
    it(name, () => assert.deepEqual(policiesIn(text, { languageId: 'terraform' }), expected));
});
