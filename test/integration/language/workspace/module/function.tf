resource "aws_lambda_function" "web" {
  role = aws_iam_role.web.arn
}
