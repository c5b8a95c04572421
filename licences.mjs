// Collects the licences of everything that a bundle holds, and refuses what may not be bundled.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const allowed = /^\(?(MIT|Apache-2\.0|BSD-[23]-Clause|ISC|0BSD|MIT OR .*|.* OR MIT)\)?$/;

/** Folders of the packages whose files went into a bundle, by esbuild's metafile. */
function packageFolders(metafile) {
  const folders = new Set();
  for (const file of Object.keys(metafile.inputs)) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
    if (match) folders.add(match[1]);
  }
  return folders;
}

/** The text of THIRD-PARTY-NOTICES. Throws on a licence that is not permissive. */
export function thirdPartyNotices(metafiles) {
  const folders = new Set(metafiles.flatMap((metafile) => [...packageFolders(metafile)]));
  const sections = new Map();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (!allowed.test(license ?? '')) throw new Error(`${name} ${version} has the licence ${license}`);
    const file = existsSync(folder)
      ? readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
      : undefined;
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
    sections.set(`${name} ${version}`, `## ${name} ${version} (${license})\n\n\`\`\`text\n${text}\n\`\`\`\n`);
  }
  const sorted = [...sections.entries()].sort(([a], [b]) => a.localeCompare(b)).map(([, section]) => section);
  return `# Third-party notices\n\nTrustwright's bundles contain these packages.\n\n${sorted.join('\n')}`;
}
