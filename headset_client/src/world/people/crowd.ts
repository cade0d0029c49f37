import { Group, Vector3, type Camera } from 'three';
import type { FootShadows } from '../places/foot_shadows';
import type { NamePlates } from '../things/name_plates';
import type { Figure } from '../view';
import { bystander } from './bystander';
import { chooseDetails, mayPaint, paintUrgency } from './detail';
import { LOOKS } from './looks';
import { Person } from './person';
import { dress, isDressed } from './wardrobe';

const PREPARE_EVERY = 400;

/** How far the crowd moves on, in seconds. */
interface Steps {
  step: number;
  live: number;
  dt: number;
}

interface Member {
  person: Person;
  distance: number;
  lastPaint: number;
  /** The last round of `show` that knew this person. */
  seen: number;
}

/** Everybody in sight: who is here, how finely each is drawn, and whose face is painted next. */
export class Crowd {
  readonly group = new Group();
  private readonly members = new Map<string, Member>();
  private readonly viewer = new Vector3();
  private readonly over = new Vector3();
  private readonly ordered: Member[] = [];
  /** Milliseconds of drawing; unlike the room's clock it never jumps. */
  private elapsed = 0;
  private nextPreparation = 0;
  private round = 0;

  show(figures: readonly Figure[]): void {
    this.round++;
    for (const figure of figures) {
      let member = this.members.get(figure.id);
      if (member && member.person.figure.look !== figure.look) {
        this.remove(figure.id, member);
        member = undefined;
      }
      if (member) member.person.show(figure);
      else member = this.add(figure);
      member.seen = this.round;
    }
    for (const { person, seen } of this.members.values()) if (seen !== this.round) person.leave();
  }

  private add(figure: Figure): Member {
    const member = { person: new Person(figure), distance: 0, lastPaint: 0, seen: 0 };
    this.members.set(figure.id, member);
    this.group.add(member.person);
    return member;
  }

  private remove(id: string, { person }: Member): void {
    this.members.delete(id);
    person.dispose();
  }

  get(id: string): Person | undefined {
    return this.members.get(id)?.person;
  }

  get size(): number {
    return this.members.size;
  }

  /**
   * Moves everybody on by `step` seconds (0 in a frozen room, where people still fade in and out by `dt`) or, who is live, by `live`;
   * chooses their detail, and paints at most one face.
   */
  update(now: number, { step, live, dt }: Steps, camera: Camera, hide?: string): void {
    camera.getWorldPosition(this.viewer);
    this.ordered.length = 0;
    for (const [id, member] of this.members) {
      const { person } = member;
      person.appear(dt);
      person.update(now, person.figure.live === true ? live : step);
      if (person.isGone) {
        this.remove(id, member);
        continue;
      }
      person.visible = id !== hide;
      member.distance = Math.hypot(person.position.x - this.viewer.x, person.position.z - this.viewer.z);
      if (person.visible) this.ordered.push(member);
    }
    this.ordered.sort((a, b) => a.distance - b.distance);
    chooseDetails(this.ordered);
    this.group.updateMatrixWorld();
    this.elapsed += dt * 1000;
    this.paintOne(this.elapsed);
    this.prepareOne(this.elapsed);
  }

  /** Puts a shadow under and a plate over everybody in sight. */
  mark(shadows: FootShadows, plates: NamePlates): void {
    shadows.restart();
    plates.restart();
    for (const { person, distance } of this.ordered) {
      shadows.under(person.bones, person.presence);
      plates.put(person.figure.label, person.crown(this.over), distance, person.presence);
    }
  }

  private paintOne(now: number): void {
    let next: Member | null = null;
    let most = 0;
    for (const member of this.ordered) {
      const waited = now - member.lastPaint;
      if (!mayPaint(member.distance, waited) || !member.person.needsPaint) continue;
      const urgency = paintUrgency(member.distance, waited);
      if (urgency <= most) continue;
      most = urgency;
      next = member;
    }
    if (!next) return;
    next.person.paint();
    next.lastPaint = now;
  }

  /** Builds one look that nobody wears yet, so that an arrival costs nothing. */
  private prepareOne(now: number): void {
    if (now < this.nextPreparation) return;
    this.nextPreparation = now + PREPARE_EVERY;
    const look = LOOKS.find(({ id }) => !isDressed(id));
    if (!look) return;
    dress(look.id, 'near');
    dress(look.id, 'far');
  }

  /** Lets `compile` see one person for a moment, so that the first to arrive finds the programs ready. */
  rehearse(compile: () => void): void {
    const person = new Person({ ...bystander('rehearsal', LOOKS[0]!.id), posture: 'phone' });
    this.group.add(person);
    compile();
    person.dispose();
  }

  /** Takes everybody out of sight at once, without their walking off: the place they were in is no longer shown. */
  clear(): void {
    for (const [id, member] of this.members) this.remove(id, member);
  }

  dispose(): void {
    this.clear();
    this.group.removeFromParent();
  }
}
