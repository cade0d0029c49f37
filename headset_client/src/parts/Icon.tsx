const drawings = import.meta.glob<string>(
  [
    '/node_modules/lucide-static/icons/{pause,play,octagon,leaf,trending-up,message-circle,ear,flag,user-plus,eye,eye-off}.svg',
    '/node_modules/lucide-static/icons/{moon,sun,power,volume-2,volume-x,delete,check,x,plus,minus,chevron-left,chevron-right}.svg',
    '/node_modules/lucide-static/icons/{bot,file-text,user,users,keyboard,map,footprints,pencil,hand-grab,undo-2,hourglass}.svg',
    '/node_modules/lucide-static/icons/{table,step-back,step-forward,skip-back,skip-forward,sticky-note,trash-2}.svg',
    '/node_modules/lucide-static/icons/{lightbulb,refresh-cw,rotate-ccw,unplug,link,copy,headset,door-open,log-out,hand}.svg',
    '/node_modules/lucide-static/icons/{bell,circle-alert,menu,arrow-left,arrow-right,arrow-up,arrow-down,clipboard-paste,qr-code,life-buoy,heart,settings}.svg',
  ],
  { query: '?raw', import: 'default', eager: true },
);

/** One line icon from Lucide (ISC), hidden from screen readers: the words beside it carry the meaning. */
export function Icon({ name }: { name: string }) {
  const svg = drawings[`/node_modules/lucide-static/icons/${name}.svg`];
  if (svg === undefined) throw new Error(`no icon ${name}`);
  return <span class="icon" aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg }} />;
}
