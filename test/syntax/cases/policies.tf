data "aws_iam_policy_document" "reports" {
  statement {
    effect  = "Allow"
    actions = [
      "s3:Get*", # the reports
      "${var.service}:List*",
    ]
    not_resources = ["arn:aws:s3:::reports/$${aws:username}/*", aws_s3_bucket.other.arn, "*"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
    condition {
      test     = "ForAnyValue:StringLike"
      variable = "aws:PrincipalTag/team"
      values   = ["&{aws:username}", var.team]
    }
  }
}

resource "aws_iam_role" "web" {
  description = "s3:GetObject is no action here, nor is arn:aws:s3:::here an ARN"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Deny"
      Action    = "sts:AssumeRole", Resource = "arn:${var.partition}:iam::123456789012:role/web"
      Principal = { AWS = "123456789012", Service = ["lambda.amazonaws.com"] }
      Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } }
    }]
  })
  tags = { Name = "web" }
}
