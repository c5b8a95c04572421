import { type Definition, type PropertyType, readSchema } from './schema';

const schema = readSchema();
const definitions = new Map(schema.typeDefinition.entities.map((definition) => [definition.$id, definition]));
const resources = new Map(
  schema.resource.entities.map((resource) => [resource.cloudFormationType, resource]),
);

/** Whether a resource type has the property at a path, in any item of the lists on the way; `**` leads through any. */
export function hasProperty(resourceType: string, path: readonly string[]): boolean {
  const resource = resources.get(resourceType);
  return resource !== undefined && hasPath(resource, path, []);
}

function hasPath({ properties = {} }: Definition, path: readonly string[], seen: readonly string[]): boolean {
  const [name = '', ...rest] = path;
  if (name === '**') {
    const inner = Object.values(properties).flatMap(({ type }) => definitionsIn(type));
    const unseen = inner.filter(({ $id }) => !seen.includes($id));
    return (
      hasPath({ $id: '', properties }, rest, seen) ||
      unseen.some((one) => hasPath(one, path, [...seen, one.$id]))
    );
  }
  const property = properties[name];
  if (!property) return false;
  return rest.length === 0 || definitionsIn(property.type).some((one) => hasPath(one, rest, seen));
}

function definitionsIn({ types, element, reference }: PropertyType): readonly Definition[] {
  if (types) return types.flatMap(definitionsIn);
  if (element) return definitionsIn(element);
  const definition = reference && definitions.get(reference.$ref);
  return definition ? [definition] : [];
}
