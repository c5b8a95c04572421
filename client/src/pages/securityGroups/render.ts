import type { InstanceNetwork } from '../../aws/networkModel';
import { inert } from '../../inert';
import { type Html, html } from '../html';
import { groupWords, type RuleRow, type RuleTables } from './rules';

/** The page about the security groups of one instance. */
export const renderSecurityGroups = (
  { title, where }: { readonly title: string; readonly where: string },
  network: InstanceNetwork,
  tables: RuleTables,
  buttons: Html | undefined,
): Html => html`
  <header>
    <h1>${title}</h1>
    <p class="where">${where}</p>
    ${summary(tables)} ${buttons}
  </header>
  <section aria-labelledby="interfaces">
    <h2 id="interfaces">Network interfaces</h2>
    ${interfaces(network)}
  </section>
  <div class="sides">
    ${side('inbound', 'Inbound', 'who may reach it', 'Source', tables.inbound)}
    ${side('outbound', 'Outbound', 'whom it may reach', 'Destination', tables.outbound)}
  </div>
  <p class="note">
    Rules of all groups add up: what any one of them allows is allowed. Answers to allowed traffic always
    pass. Network ACLs are not shown here.
  </p>
`;

/** Not for the exported file, which has no script. */
export const actions = html`<div class="actions">
  <button type="button" data-action="copyMarkdown">Copy as Markdown</button>
  <button type="button" data-action="copyCsv">Copy as CSV</button>
  <button type="button" data-action="export">Export…</button>
  <button type="button" data-action="refresh">Refresh</button>
</div>`;

const summary = ({ inbound }: RuleTables): Html => {
  const open = inbound.filter((row) => row.open);
  if (open.length === 0) return html`<p>Nothing inbound is open to the world.</p>`;
  const ports = [...new Set(open.map((row) => (row.ports === 'All' ? 'all ports' : row.ports)))];
  return html`<p class="alert"><span aria-hidden="true">⚠</span> Open to the world: ${ports.join(', ')}</p>`;
};

const interfaces = ({ interfaces: all, groups }: InstanceNetwork): Html => {
  if (all.length === 0) return html`<p>It has no network interface, as a terminated instance.</p>`;
  const names = new Map(groups.map((group) => [group.id, groupWords(group)]));
  return html`
    <table>
      <caption class="unseen">
        Network interfaces with their addresses and security groups
      </caption>
      <thead>
        <tr>
          <th scope="col">Interface</th>
          <th scope="col">Addresses</th>
          <th scope="col">Subnet</th>
          <th scope="col">Security groups</th>
        </tr>
      </thead>
      <tbody>
        ${all.map(
          (each) => html`
            <tr>
              <th scope="row">
                ${each.id}${each.description ? html`<br /><small>${inert(each.description)}</small>` : ''}
              </th>
              <td>
                ${[each.privateIp, each.publicIp && `${each.publicIp} (public)`].filter(Boolean).join(', ')}
              </td>
              <td>${each.subnetId}</td>
              <td>${each.groupIds.map((id) => names.get(id) ?? id).join(', ')}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
};

const side = (
  id: string,
  heading: string,
  meaning: string,
  peer: string,
  rows: readonly RuleRow[],
): Html => html`
  <section aria-labelledby="${id}">
    <h2 id="${id}">${heading} <small>${meaning}</small></h2>
    ${
      rows.length === 0
        ? html`<p>No ${id} rules: no ${id} traffic is allowed.</p>`
        : html`
            <table class="rules">
              <caption class="unseen">
                ${heading} rules of all security groups: ${meaning}
              </caption>
              <thead>
                <tr>
                  <th scope="col">Protocol</th>
                  <th scope="col">Ports</th>
                  <th scope="col">${peer}</th>
                  <th scope="col">Description</th>
                  <th scope="col">From group</th>
                </tr>
              </thead>
              <tbody>
                ${rows.map((row) => ruleRow(row, id === 'inbound'))}
              </tbody>
            </table>
          `
    }
  </section>
`;

const ruleRow = (row: RuleRow, inbound: boolean): Html => html`
  <tr${row.open && inbound ? html` class="open"` : ''}>
    <td>${row.protocol}</td>
    <td>${row.ports}</td>
    <td>${row.peer}${row.open && inbound ? html` <strong class="mark"><span aria-hidden="true">⚠</span> open to the world</strong>` : ''}</td>
    <td>${row.description}</td>
    <td>${row.groupName}<br /><small>${row.groupId}</small></td>
  </tr>
`;
