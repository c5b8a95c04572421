/**
 * Whether tags that AWS and its tools put on container hosts say that an instance runs containers.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/eks-using-tags.html
 */
export const looksLikeContainerHost = (tags: Readonly<Record<string, string>>): boolean =>
  Object.keys(tags).some((key) => hostTags.test(key));

const hostTags =
  /^(kubernetes\.io\/cluster\/|k8s\.io\/|eks:|aws:eks:|alpha\.eksctl\.io\/|aws:ecs:|AmazonECSManaged$|karpenter\.sh\/)/;
