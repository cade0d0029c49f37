/** Playing an avatar: whatever is done with one that a mind still plays takes it over first. */
import { useWords } from '../words/use';
import type { Avatar, Gesture, Intent } from '../wire/types.gen';
import { type Desk, useDesk } from './desk';

export interface Playing {
  take: (avatar: Avatar) => Promise<boolean>;
  release: (avatar: Avatar) => Promise<boolean>;
  sayReply: (avatar: Avatar, reply: string) => Promise<boolean>;
  sayText: (avatar: Avatar, text: string) => Promise<boolean>;
  gesture: (avatar: Avatar, gesture: Gesture) => Promise<boolean>;
  look: (avatar: Avatar, at: string | null) => Promise<boolean>;
  walk: (avatar: Avatar, to: readonly [number, number]) => Promise<boolean>;
}

export function isMine({ session }: Pick<Desk, 'session'>, avatar: Avatar): boolean {
  return avatar.played_by !== null && avatar.played_by === session.you;
}

export function usePlaying(): Playing {
  const desk = useDesk();
  const { t } = useWords();
  const as = async (avatar: Avatar, intent: Intent, done: string) => {
    const mine = isMine(desk, avatar) || (await desk.ask({ type: 'take', avatar: avatar.id }));
    return mine && desk.ask(intent, done);
  };
  const who = (avatar: Avatar) => ({ who: avatar.name });
  return {
    take: (avatar) => desk.ask({ type: 'take', avatar: avatar.id }, t('did.take', who(avatar))),
    release: (avatar) => desk.ask({ type: 'release', avatar: avatar.id }, t('did.release', who(avatar))),
    sayReply: (avatar, reply) => as(avatar, { type: 'speakas', avatar: avatar.id, reply }, t('did.said', who(avatar))),
    sayText: (avatar, text) => as(avatar, { type: 'speakas', avatar: avatar.id, text }, t('did.said', who(avatar))),
    gesture: (avatar, gesture) =>
      as(avatar, { type: 'gestureas', avatar: avatar.id, gesture }, t('did.gesture', { ...who(avatar), what: t(`ges.${gesture}`) })),
    look: (avatar, at) => as(avatar, { type: 'lookas', avatar: avatar.id, at }, t('did.take', who(avatar))),
    walk: (avatar, to) => as(avatar, { type: 'walkas', avatar: avatar.id, to }, t('did.walk', who(avatar))),
  };
}
