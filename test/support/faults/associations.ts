import type { Call, Reply } from './exchange';
import { allOf, textOf } from './replies';

/** What AWS remembers of associations and the emulator does not: ids that change, and states that take time. */
export interface Associations {
  /** The emulator's id of an association that goes by another one outside; undefined where it is over. */
  own(id: string): string | undefined;
  /** Whether an instance's association is on its way in or out. */
  busy(instance: string): boolean;
  changed(reply: Reply, instance: string): Reply;
  replaced(reply: Reply, oldId: string, instance: string): Reply;
  removed(reply: Reply, oldId: string, instance: string): Reply;
  /** An answer of Describe as AWS would give it. */
  told(call: Call, reply: Reply): Reply;
}

/** @param unsettledReads reads that still find a changed association unsettled */
export const rememberAssociations = (unsettledReads: number): Associations => {
  const outside = new Map<string, string>();
  const over = new Set<string>();
  const leaving = new Map<string, { item: string; reads: number }>();
  const arriving = new Map<string, number>();
  let count = 0;
  const outer = (own: string) => outside.get(own) ?? own;
  const renamed = (xml: string) =>
    xml.replace(
      /<associationId>([^<]*)<\/associationId>/g,
      (_, own: string) => `<associationId>${outer(own)}</associationId>`,
    );
  const withState = (item: string, state: string) => item.replace(/<state>[^<]*</, `<state>${state}<`);
  const leave = (instance: string, item: string) => {
    if (unsettledReads > 0)
      leaving.set(instance, { item: withState(item, 'disassociating'), reads: unsettledReads });
  };
  const itemOf = ({ body }: Reply, id: string, arn = textOf(body, 'arn')) =>
    `<associationId>${id}</associationId><iamInstanceProfile><arn>${arn ?? ''}</arn><id>x</id></iamInstanceProfile>` +
    `<instanceId>${textOf(body, 'instanceId') ?? ''}</instanceId><state>associated</state>`;

  return {
    own: (id) => (over.has(id) ? undefined : ([...outside].find(([, name]) => name === id)?.[0] ?? id)),
    busy: (instance) => leaving.has(instance),
    changed: (reply, instance) => {
      if (unsettledReads > 0) arriving.set(instance, unsettledReads);
      return { ...reply, body: renamed(reply.body) };
    },
    replaced: (reply, oldId, instance) => {
      const own = textOf(reply.body, 'associationId') ?? '';
      over.add(oldId);
      outside.set(own, `iip-assoc-${(++count).toString(16).padStart(17, '0')}`);
      if (unsettledReads > 0) arriving.set(instance, unsettledReads);
      return { ...reply, body: renamed(reply.body) };
    },
    removed: (reply, oldId, instance) => {
      over.add(oldId);
      leave(instance, itemOf(reply, oldId));
      return { ...reply, body: renamed(reply.body) };
    },
    told: (call, reply) => {
      const wanted = call.form.get('Filter.1.Value.1');
      const items = allOf(reply.body, 'item').map((item) => {
        const instance = textOf(item, 'instanceId') ?? '';
        const left = arriving.get(instance) ?? 0;
        if (left > 0) arriving.set(instance, left - 1);
        return renamed(left > 0 ? withState(item, 'associating') : item);
      });
      for (const [instance, { item, reads }] of leaving) {
        if (wanted !== null && wanted !== instance) continue;
        items.push(item);
        if (reads > 1) leaving.set(instance, { item, reads: reads - 1 });
        else leaving.delete(instance);
      }
      const all = items.map((item) => `<item>${item}</item>`).join('');
      const set = `<iamInstanceProfileAssociationSet>${all}</iamInstanceProfileAssociationSet>`;
      const body = reply.body.replace(
        /<iamInstanceProfileAssociationSet\s*\/>|<iamInstanceProfileAssociationSet>.*<\/iamInstanceProfileAssociationSet>/s,
        set,
      );
      return { ...reply, body };
    },
  };
};
