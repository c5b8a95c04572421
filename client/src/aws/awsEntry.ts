/**
 * The door to everything that needs the AWS SDK. It becomes a bundle of its own, so import it dynamically and only
 * through `loadAws`; types may be imported from their files.
 */
export { connect } from './connect';
export { listConfigRoles, listProfiles } from './profiles';
