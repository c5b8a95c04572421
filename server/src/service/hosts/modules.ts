/** Whether files of that name say something together with the others of their folder, as Terraform's do. */
export function isModuleFile(fileName: string): boolean {
  return /\.(tf|tofu)(\.json)?$/i.test(fileName);
}
