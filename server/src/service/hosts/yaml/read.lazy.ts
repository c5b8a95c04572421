import { movedFact, type TemplateFact } from '../../checks/template/facts';
import type { PolicyFile, PolicySource } from '../../policyFile';
import { yamlNodes } from '../../readers/yaml/nodes';
import { parseYaml } from '../../readers/yaml/parse';
import { factsOf, mayHaveFacts, mayHoldFacts } from '../cloudformation/facts';
import { newProfileInYaml } from '../cloudformation/newProfile';
import { directives } from '../comments';
import type { HostDocument } from '../host';
import { readPlace } from '../readPlace';
import { mover, ShiftedPolicy } from '../shifted';
import { type Chunk, chunksOf } from './chunks';
import { wholeWhereLinked } from './anchors';
import { mayHoldPolicy, yamlHost } from './host';
import { placesIn } from './places';
import { reachIn } from './reach';
import { yamlSyntax } from './syntax';
import { isDecided, isFilledIn, masked } from './templated';

/** What was found in the chunks of a text, by where they stand and what they say. */
interface FoundInChunk {
  readonly policies: readonly PolicyFile[];
  readonly facts: readonly TemplateFact[];
}

/** What is kept to read the next text faster. */
interface Known {
  readonly chunks: Map<string, FoundInChunk>;
  /** The template has roles or profiles, so that its other resources can say something of them. */
  readonly hasFacts: boolean;
}

/** The policies of a text; chunks that an earlier text had are not read again. */
export function readYaml(source: PolicySource, before?: HostDocument): HostDocument | undefined {
  const known: Known = { chunks: new Map(), hasFacts: mayHaveFacts(source.text) };
  const state = before?.state as Known | undefined;
  const earlier = state?.hasFacts === known.hasFacts ? state.chunks : undefined;
  const comments = directives(source.text, /#[ \t]*(trustwright-ignore.*)$/gm);
  const policies: PolicyFile[] = [];
  const facts: TemplateFact[] = [];
  const text = masked(source.text);
  for (const chunk of wholeWhereLinked(chunksOf(text), text)) {
    const name = chunk.path.length === 1 ? chunk.text : `${chunk.path.join('/')}\n${chunk.text}`;
    const found = earlier?.get(name) ?? readWhereWorthIt(chunk, source, known.hasFacts);
    known.chunks.set(name, found);
    for (const file of found.policies) policies.push(new ShiftedPolicy(file, chunk.start, comments));
    for (const fact of found.facts) facts.push(movedFact(fact, chunk.start, mover));
  }
  return policies.length > 0 || known.chunks.size > 0
    ? {
        host: yamlHost,
        syntax: yamlSyntax,
        newProfile: newProfileInYaml,
        policies,
        facts,
        comments,
        state: known,
      }
    : undefined;
}

const nothing: FoundInChunk = { policies: [], facts: [] };

/** Most chunks are not worth a look at their syntax. */
function readWhereWorthIt(chunk: Chunk, source: PolicySource, hasFacts: boolean): FoundInChunk {
  const isWorthIt = mayHoldPolicy.test(chunk.text) || (hasFacts && mayHoldFacts(chunk.text));
  return isWorthIt ? readChunk(chunk, source) : nothing;
}

/** The policies of a chunk, with offsets that count from its start. */
function readChunk({ text: yaml, start, path }: Chunk, source: PolicySource): FoundInChunk {
  const parsed = parseYaml(yaml);
  const root = parsed && yamlNodes(parsed);
  if (!parsed || !root) return nothing;
  const { places, resources } = placesIn(root, path, source);
  const text = source.text.slice(start, start + yaml.length);
  const context = {
    text,
    syntax: yamlSyntax,
    problems: parsed.problems,
    numbersAreText: true,
    reach: (place: Parameters<typeof reachIn>[1]) => reachIn(text, place),
  };
  const policies = places
    .filter(({ value }) => !value || !isDecided(yaml.slice(value.range.start, value.range.end)))
    .flatMap((place) => readPlace(place, context))
    // What looks broken may be whole when it is filled in.
    .filter(({ policy, range }) => !policy.isPartial || !isFilledIn(yaml.slice(range.start, range.end)));
  const facts = resources.flatMap((resource) =>
    factsOf(
      resource,
      policies.filter(({ owner }) => owner === resource.logicalId),
    ),
  );
  return { policies, facts };
}
