import { testFixtures } from '../../../support/hostFixtures';

testFixtures('Terraform', 'terraform', (name) => (name.endsWith('.json') ? 'json' : 'terraform'));
