/** How the programs of a terminal get a role's credentials. */
export type Delivery = 'endpoint' | 'process' | 'environment' | 'exports';

export interface DeliveryWords {
  readonly label: string;
  readonly gives: string;
  /** What stops working, or gets worse, compared with the others. */
  readonly breaks: string;
}

/** The ways to deliver credentials, the best first, each with its price. */
export const deliveries: Readonly<Record<Delivery, DeliveryWords>> = {
  endpoint: {
    label: 'Local endpoint',
    gives: 'Programs fetch credentials from the editor and are renewed silently; no key leaves its memory.',
    breaks: 'Programs older than container credentials find none, and containers do not reach the endpoint.',
  },
  process: {
    label: 'Credential process',
    gives:
      'The terminal’s profile names a program that fetches credentials from the editor; for tools that know profiles only.',
    breaks:
      'Each program starts another for its credentials, and one that reads no AWS configuration file finds none.',
  },
  environment: {
    label: 'Environment variables',
    gives: 'Keys in the terminal’s environment, for programs and containers that know nothing else.',
    breaks:
      'They are not renewed, show in `env`, go to every program you start, and may end in the editor’s trace log. The terminal is not restored.',
  },
  exports: {
    label: 'Copy exports',
    gives: 'Commands for a shell outside the editor, in the clipboard for one minute.',
    breaks: 'They are not renewed, and other programs can read the clipboard.',
  },
};

export const isDelivery = (text: unknown): text is Delivery =>
  typeof text === 'string' && Object.keys(deliveries).includes(text);
