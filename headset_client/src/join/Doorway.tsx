/** The mark of the house, large: a door ajar with light falling out. */
export function Doorway() {
  return (
    <div class="picture" aria-hidden="true">
      <svg viewBox="0 0 32 32">
        <path d="M12 27 29 31V29L22 27Z" fill="var(--cloudberry)" />
        <path d="M7 4h16v23H7Z" fill="var(--cloudberry)" />
        <path d="M7 4h16v23h-3V7H7Z" fill="var(--fjord)" />
        <path d="M7 4 16 8v22l-9-3Z" fill="var(--fjord)" />
        <circle cx="13.200" cy="18.500" r="1.300" fill="var(--paper)" />
      </svg>
    </div>
  );
}
