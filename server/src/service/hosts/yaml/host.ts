import { lazily } from '../../lazily';
import type { Host } from '../host';
import type * as Reader from './read.lazy';

const reader = lazily(() => require('./read.lazy') as typeof Reader);

/** Words without which a YAML text, or a part of one, holds no policy. */
export const mayHoldPolicy = /[Ss]tatements?\\?["']?[ \t]*:|Polic(y|ies)(Document|Text)?["']?[ \t]*:/;

/** CloudFormation, SAM, Serverless, Kubernetes manifests and whatever else is written in YAML. */
export const yamlHost: Host = {
  languages: new Set(['yaml', 'cloudformation']),
  mayHold: ({ text }) => mayHoldPolicy.test(text) || text.includes('AWS::IAM::InstanceProfile'),
  read: (source, before) => reader().readYaml(source, before),
};
