/** An address to copy by hand, large. Where it must be broken, it is before its name or before its port. */
export function Typed({ address, small = false }: { address: string; small?: boolean }) {
  const [scheme, name, port] = address.split(/(?<=\/\/)|(?=:\d+$)/);
  return (
    <p class={`typed ${small ? 'small' : ''}`}>
      {scheme}
      <wbr />
      {name}
      <wbr />
      {port}
    </p>
  );
}
