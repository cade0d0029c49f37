/** What this page's own address is good for: `good` from a headset, `local` on this machine only, `plain` without VR. */
export type Kind = 'good' | 'local' | 'plain';

export interface Address {
  /** What to type in the headset. */
  text: string;
  kind: Kind;
  /** With a cable: the line to type on the machine and what to open then. Null on the usual port, which adb cannot take. */
  cable: { line: string; open: string } | null;
}

type Where = Pick<Location, 'protocol' | 'hostname' | 'origin' | 'port'>;

const OWN = ['localhost', '127.0.0.1', '[::1]'];

/** The address under which a page has been opened, and what one can do with it. */
export function addressOf({ protocol, hostname, origin, port }: Where): Address {
  const kind = OWN.includes(hostname) ? 'local' : protocol === 'https:' ? 'good' : 'plain';
  const cable = port === '' ? null : { line: `adb reverse tcp:${port} tcp:${port}`, open: `${protocol}//localhost:${port}` };
  return { text: origin, kind, cable };
}
