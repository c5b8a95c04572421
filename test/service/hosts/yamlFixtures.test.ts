import { testFixtures } from '../../support/hostFixtures';

testFixtures('YAML', 'yaml', () => 'yaml');
