/** Dragging a timeline over a line that takes its time: one seek under way, and only the newest wish behind it. */

export class Scrub {
  readonly #ask: (at: number) => Promise<unknown>;
  readonly #arrived: (at: number) => void;
  #wish: number | null = null;
  #sent: number | null = null;

  /** `ask` seeks and resolves when that is answered; `arrived` is told the last wish once that is answered. */
  constructor(ask: (at: number) => Promise<unknown>, arrived: (at: number) => void) {
    this.#ask = ask;
    this.#arrived = arrived;
  }

  /** Where one wants to be until the server is there too; null when it is. */
  get wish(): number | null {
    return this.#wish;
  }

  to(at: number): void {
    this.#wish = at;
    if (this.#sent === null) void this.#send(at);
  }

  async #send(at: number): Promise<void> {
    this.#sent = at;
    await this.#ask(at);
    this.#sent = null;
    if (this.#wish !== null && this.#wish !== at) return this.#send(this.#wish);
    this.#wish = null;
    this.#arrived(at);
  }
}
