import type { Intent, Outcome, Refusal, RoomState } from '../wire/types.gen';
import type { BodyPose } from './pose';

/** How the connection stands: `lost` comes back by itself, `refused` and `closed` do not. */
export type Link = 'connecting' | 'live' | 'lost' | 'refused' | 'closed';

export class Session {
  readonly state: RoomState | null = null;
  readonly you: string = '';
  readonly link: Link = 'connecting';
  readonly refusal: Refusal | null = null;
  readonly poses: ReadonlyMap<number, BodyPose> = new Map();

  constructor(readonly who: { seat: string } | { session: string }) {}

  subscribe(changed: () => void): () => void {
    return changed;
  }

  send(intent: Intent): Promise<Outcome> {
    return Promise.resolve({ ok: intent.type === 'stop', seq: 0, refusal: null });
  }

  now(): number {
    return 0;
  }

  sceneTime(): number {
    return 0;
  }

  poseAt(body: number, now: number): BodyPose | null {
    return now ? (this.poses.get(body) ?? null) : null;
  }

  sendPose(pose: BodyPose): void {
    void pose;
  }

  close(): void {}
}
