resource "aws_iam_policy" "reports" {
  policy = <<-EOT
    { "Statement": [{
      "Effect": "Allow", "Action": ["s3:Get*", "${var.action}"],
      "Principal": { "Service": "ec2.amazonaws.com" },
      "Resource": "arn:aws:s3:::${var.bucket}/$${aws:username}",
      "Condition": { "StringEquals": { "aws:PrincipalTag/team": "a:b" } }
    }], "unfinished: [
  EOT
  name = "s3:Get*"
}
