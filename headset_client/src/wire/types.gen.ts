// Written by infra/generate_types.py from rooms/*.py. Do not edit: run `make types`.

export type Axis =
  | 'attention'
  | 'closeness'
  | 'company'
  | 'critical_replies'
  | 'load'
  | 'personal_questions'
  | 'persuasion'
  | 'substance_cues'
  | 'warmth'
  | 'your_part';
export type Tone = 'cool' | 'friendly' | 'hostile' | 'neutral' | 'warm';
export type Language = 'en' | 'nb';
export type Role = 'admin' | 'client' | 'mind' | 'observer' | 'peer' | 'therapist';
export type Gesture = 'beckon' | 'nod' | 'point' | 'shake' | 'shrug' | 'step_back' | 'wave';
export type Phase = 'calm' | 'ended' | 'paused' | 'ready' | 'running';
export type Source = 'authored' | 'model' | 'person';

export const AXES: readonly Axis[] = [
  'company',
  'attention',
  'closeness',
  'warmth',
  'critical_replies',
  'your_part',
  'personal_questions',
  'persuasion',
  'substance_cues',
  'load',
];
export const TONES: readonly Tone[] = ['warm', 'friendly', 'neutral', 'cool', 'hostile'];
export const GESTURES: readonly Gesture[] = ['nod', 'shake', 'shrug', 'point', 'wave', 'step_back', 'beckon'];
export const SOUNDS = [
  'phone',
  'door',
  'announcement',
  'voices',
  'clatter',
  'dog',
  'baby',
  'till',
  'engine',
  'knock',
  'music',
  'chime',
] as const;
export const SPEEDS = [0.25, 0.5, 1, 2, 4] as const;
export const SIMULATED = 'simulated';
export const STEP_MS = 100;
export const PROTOCOL = 1;

export interface Opened {
  readonly type: 'opened';
  readonly scene: SceneInfo;
  readonly language: Language;
  readonly levels: Readonly<Record<Axis, number>>;
  readonly ceiling: Readonly<Record<Axis, number>>;
  readonly help: number;
}

export interface SceneInfo {
  readonly id: string;
  readonly title: Partial<Readonly<Record<Language, string>>>;
  readonly goal: Partial<Readonly<Record<Language, string>>>;
  readonly place: string;
  readonly minutes: number;
  readonly steps: readonly Partial<Readonly<Record<Language, string>>>[];
  readonly cast: Readonly<Record<string, CastInfo>>;
  readonly tops: Readonly<Record<Axis, number>>;
  readonly cues: readonly Cue[];
  readonly second_task: Partial<Readonly<Record<Language, string>>> | null;
  readonly second_goal: string | null;
  readonly limit_s: number | null;
}

export interface CastInfo {
  readonly name: string;
  readonly part: Partial<Readonly<Record<Language, string>>>;
  readonly look: string;
  readonly at: readonly [number, number];
  readonly facing: number;
}

export interface Cue {
  readonly level: number;
  readonly part: string;
  readonly on: string | null;
  readonly held_by: string | null;
}

export interface Knocked {
  readonly type: 'knocked';
  readonly person: string;
  readonly role: Role;
  readonly name: string;
  readonly look: string;
  readonly language: Language;
}

export interface Admitted {
  readonly type: 'admitted';
  readonly person: string;
  readonly role: Role;
  readonly name: string;
  readonly look: string;
  readonly language: Language;
  readonly by: string;
  readonly body: number | null;
  readonly at: readonly [number, number];
  readonly facing: number;
}

export interface Declined {
  readonly type: 'declined';
  readonly person: string;
  readonly by: string;
}

export interface Left {
  readonly type: 'left';
  readonly person: string;
  readonly why: 'ended' | 'left' | 'removed';
}

export interface Presence {
  readonly type: 'presence';
  readonly person: string;
  readonly here: boolean;
}

export interface Stood {
  readonly type: 'stood';
  readonly person: string;
  readonly at: readonly [number, number];
  readonly facing: number;
}

export interface PhaseChanged {
  readonly type: 'phasechanged';
  readonly phase: Phase;
  readonly by: string;
  readonly why: 'continue' | 'crisis' | 'distress' | 'end' | 'headset_off' | 'left' | 'lost' | 'pause' | 'start' | 'stop' | 'stop_word';
}

export interface PressureSet {
  readonly type: 'pressureset';
  readonly levels: Readonly<Record<Axis, number>>;
  readonly help: number;
  readonly step: number;
  readonly by: string;
  readonly why: 'again' | 'axis' | 'calmer' | 'harder' | 'help' | 'step';
}

export interface CeilingSet {
  readonly type: 'ceilingset';
  readonly axis: Axis;
  readonly level: number;
  readonly by: string;
}

export interface Said {
  readonly type: 'said';
  readonly who: string;
  readonly words: Partial<Readonly<Record<Language, string>>>;
  readonly language: Language;
  readonly source: Source;
  readonly lasts: number;
  readonly to: string | null;
  readonly meaning: string | null;
  readonly reply: string | null;
  readonly tone: Tone | null;
  readonly critical: boolean | null;
  readonly answers: number | null;
  readonly by: string | null;
  readonly remark: 'followup' | 'interruption' | 'push' | 'question' | 'stall' | 'stand_in' | null;
  readonly level: number | null;
}

export interface HeardAs {
  readonly type: 'heardas';
  readonly said: number;
  readonly meaning: string | null;
  readonly sure: number;
}

export interface AskedBack {
  readonly type: 'askedback';
  readonly said: number;
  readonly meaning: string;
}

export interface Thinking {
  readonly type: 'thinking';
  readonly avatar: string;
  readonly on: boolean;
}

export interface BeatBegan {
  readonly type: 'beatbegan';
  readonly beat: string;
  readonly about: Partial<Readonly<Record<Language, string>>>;
}

export interface GoalReached {
  readonly type: 'goalreached';
  readonly goal: string;
  readonly words: Partial<Readonly<Record<Language, string>>>;
}

export interface PropSet {
  readonly type: 'propset';
  readonly prop: string;
  readonly value: string;
}

export interface BoardSet {
  readonly type: 'boardset';
  readonly prop: string;
  readonly rows: Partial<Readonly<Record<Language, readonly string[]>>>;
}

export interface Offered {
  readonly type: 'offered';
  readonly cards: readonly OfferedCard[];
}

export interface OfferedCard {
  readonly meaning: string;
  readonly icon: string;
  readonly words: Partial<Readonly<Record<Language, string>>>;
}

export interface HelpAsked {
  readonly type: 'helpasked';
  readonly person: string;
}

export interface HelpGiven {
  readonly type: 'helpgiven';
  readonly kind: 'hint' | 'shown';
  readonly words: Partial<Readonly<Record<Language, string>>>;
  readonly meaning: string | null;
  readonly by: string;
}

export interface Whispered {
  readonly type: 'whispered';
  readonly to: string;
  readonly text: string;
  readonly by: string;
}

export interface Instructed {
  readonly type: 'instructed';
  readonly avatar: string;
  readonly text: string;
  readonly by: string;
}

export interface Marked {
  readonly type: 'marked';
  readonly by: string;
  readonly note: string;
}

export interface Taken {
  readonly type: 'taken';
  readonly avatar: string;
  readonly by: string;
}

export interface Released {
  readonly type: 'released';
  readonly avatar: string;
  readonly by: string;
}

export interface Moved {
  readonly type: 'moved';
  readonly avatar: string;
  readonly path: readonly (readonly [number, number])[];
  readonly speed: number;
  readonly facing: number;
  readonly posture: 'crossed' | 'lean' | 'phone' | 'pockets' | 'sit' | 'stand' | 'table';
  readonly seat: number | null;
  readonly present: boolean;
}

export interface Looked {
  readonly type: 'looked';
  readonly avatar: string;
  readonly at: string | null;
}

export interface Gestured {
  readonly type: 'gestured';
  readonly avatar: string;
  readonly gesture: Gesture;
}

export interface HumanCalled {
  readonly type: 'humancalled';
  readonly person: string;
  readonly why: 'anger' | 'crisis' | 'distress' | 'help';
}

export interface RecordingAsked {
  readonly type: 'recordingasked';
  readonly by: string;
}

export interface Consented {
  readonly type: 'consented';
  readonly person: string;
  readonly agree: boolean;
  readonly last: boolean;
}

export interface RecordingChanged {
  readonly type: 'recordingchanged';
  readonly on: boolean;
  readonly why: 'agreed' | 'ended' | 'left' | 'nobody' | 'stopped';
  readonly by: string;
}

export interface RecorderTroubled {
  readonly type: 'recordertroubled';
  readonly trouble: '' | 'disk_full' | 'io_error';
}

export interface Interrupted {
  readonly type: 'interrupted';
  readonly words: Partial<Readonly<Record<Language, string>>>;
  readonly sound: string;
}

export interface CountdownSet {
  readonly type: 'countdownset';
  readonly until: number | null;
}

export interface DistressAsked {
  readonly type: 'distressasked';
  readonly person: string;
  readonly by: string;
}

export interface DistressRated {
  readonly type: 'distressrated';
  readonly person: string;
  readonly level: number;
}

export interface DistressLimitSet {
  readonly type: 'distresslimitset';
  readonly person: string;
  readonly level: number;
}

export interface Wished {
  readonly type: 'wished';
  readonly person: string;
  readonly wish: 'again' | 'easier' | 'enough' | 'harder';
}

export interface NextSuggested {
  readonly type: 'nextsuggested';
  readonly person: string;
  readonly suggestion: Suggestion;
}

export interface Suggestion {
  readonly next: 'again' | 'down' | 'up';
  readonly axis: Axis | 'help' | null;
  readonly level: number | null;
  readonly why: Partial<Readonly<Record<Language, string>>>;
}

export interface RoundBegan {
  readonly type: 'roundbegan';
}

export interface Knock {
  readonly type: 'knock';
  readonly name: string;
  readonly look: string;
  readonly language: Language;
}

export interface Admit {
  readonly type: 'admit';
  readonly person: string;
}

export interface Decline {
  readonly type: 'decline';
  readonly person: string;
}

export interface Remove {
  readonly type: 'remove';
  readonly person: string;
}

export interface Leave {
  readonly type: 'leave';
}

export interface SetPresence {
  readonly type: 'setpresence';
  readonly here: boolean;
}

export interface Stand {
  readonly type: 'stand';
  readonly at: readonly [number, number];
  readonly facing: number;
}

export interface Say {
  readonly type: 'say';
  readonly text?: string | null;
  readonly meaning?: string | null;
  readonly to?: string | null;
}

export interface Stop {
  readonly type: 'stop';
  readonly cause?: 'button' | 'headset_off' | 'lost';
}

export interface Calmer {
  readonly type: 'calmer';
}

export interface Harder {
  readonly type: 'harder';
}

export interface Pause {
  readonly type: 'pause';
}

export interface Continue {
  readonly type: 'continue';
}

export interface Again {
  readonly type: 'again';
}

export interface End {
  readonly type: 'end';
}

export interface SetLevel {
  readonly type: 'setlevel';
  readonly axis: Axis;
  readonly level: number;
}

export interface SetStep {
  readonly type: 'setstep';
  readonly step: number;
}

export interface SetHelp {
  readonly type: 'sethelp';
  readonly level: number;
}

export interface SetCeiling {
  readonly type: 'setceiling';
  readonly axis: Axis;
  readonly level: number;
}

export interface AskHelp {
  readonly type: 'askhelp';
}

export interface GiveHelp {
  readonly type: 'givehelp';
  readonly kind: 'hint' | 'shown';
}

export interface Take {
  readonly type: 'take';
  readonly avatar: string;
}

export interface Release {
  readonly type: 'release';
  readonly avatar: string;
}

export interface SpeakAs {
  readonly type: 'speakas';
  readonly avatar: string;
  readonly text?: string | null;
  readonly reply?: string | null;
}

export interface GestureAs {
  readonly type: 'gestureas';
  readonly avatar: string;
  readonly gesture: Gesture;
}

export interface LookAs {
  readonly type: 'lookas';
  readonly avatar: string;
  readonly at: string | null;
}

export interface WalkAs {
  readonly type: 'walkas';
  readonly avatar: string;
  readonly to: readonly [number, number];
}

export interface Whisper {
  readonly type: 'whisper';
  readonly to: string;
  readonly text: string;
}

export interface Instruct {
  readonly type: 'instruct';
  readonly avatar: string;
  readonly text: string;
}

export interface Mark {
  readonly type: 'mark';
  readonly note?: string;
}

export interface Hear {
  readonly type: 'hear';
  readonly said: number;
  readonly meaning: string | null;
  readonly sure: number;
}

export interface Think {
  readonly type: 'think';
  readonly avatar: string;
  readonly on: boolean;
}

export interface Answer {
  readonly type: 'answer';
  readonly avatar: string;
  readonly said: number;
  readonly meaning: string;
}

export interface AskBack {
  readonly type: 'askback';
  readonly avatar: string;
  readonly said: number;
  readonly meaning: string | null;
}

export interface Open {
  readonly type: 'open';
  readonly avatar: string;
}

export interface Prompt {
  readonly type: 'prompt';
  readonly avatar: string;
  readonly index: number;
}

export interface CallHuman {
  readonly type: 'callhuman';
  readonly said: number;
}

export interface AskToRecord {
  readonly type: 'asktorecord';
}

export interface Consent {
  readonly type: 'consent';
  readonly agree: boolean;
}

export interface StopRecording {
  readonly type: 'stoprecording';
}

export interface TellRecorder {
  readonly type: 'tellrecorder';
  readonly trouble: '' | 'disk_full' | 'io_error';
}

export interface LetBackIn {
  readonly type: 'letbackin';
  readonly person: string;
}

export interface Remark {
  readonly type: 'remark';
  readonly avatar: string;
  readonly talker: string;
  readonly said?: number | null;
  readonly meaning?: string | null;
}

export interface StandIn {
  readonly type: 'standin';
  readonly meaning: string;
}

export interface Interrupt {
  readonly type: 'interrupt';
}

export interface CountDown {
  readonly type: 'countdown';
  readonly on: boolean;
}

export interface TimeUp {
  readonly type: 'timeup';
  readonly avatar: string;
}

export interface AskDistress {
  readonly type: 'askdistress';
  readonly person: string;
}

export interface RateDistress {
  readonly type: 'ratedistress';
  readonly level: number;
}

export interface SetDistressLimit {
  readonly type: 'setdistresslimit';
  readonly level: number;
}

export interface MakeWish {
  readonly type: 'makewish';
  readonly wish: 'again' | 'easier' | 'enough' | 'harder';
}

export interface SuggestNext {
  readonly type: 'suggestnext';
}

export interface Restage {
  readonly type: 'restage';
}

export interface Halt {
  readonly type: 'halt';
  readonly avatar: string;
}

export interface Hello {
  readonly protocol: number;
  readonly seat: string | null;
  readonly session: string | null;
  readonly epoch: string | null;
  readonly after: number;
}

export interface Ask {
  readonly id: string;
  readonly intent:
    | Knock
    | Admit
    | Decline
    | Remove
    | Leave
    | SetPresence
    | Stand
    | Say
    | Stop
    | Calmer
    | Harder
    | Pause
    | Continue
    | Again
    | End
    | SetLevel
    | SetStep
    | SetHelp
    | SetCeiling
    | AskHelp
    | GiveHelp
    | Take
    | Release
    | SpeakAs
    | GestureAs
    | LookAs
    | WalkAs
    | Whisper
    | Instruct
    | Mark
    | Hear
    | Think
    | Answer
    | AskBack
    | Open
    | Prompt
    | CallHuman
    | AskToRecord
    | Consent
    | StopRecording
    | TellRecorder
    | LetBackIn
    | Remark
    | StandIn
    | Interrupt
    | CountDown
    | TimeUp
    | AskDistress
    | RateDistress
    | SetDistressLimit
    | MakeWish
    | SuggestNext
    | Restage
    | Halt;
}

export interface Outcome {
  readonly ok: boolean;
  readonly seq: number;
  readonly refusal: Refusal | null;
}

export interface Refusal {
  readonly code: string;
  readonly words: Partial<Readonly<Record<Language, string>>>;
  readonly instead: Partial<Readonly<Record<Language, string>>>;
}

export interface Snapshot {
  readonly epoch: string;
  readonly now: number;
  readonly you: string;
  readonly state: RoomState;
}

export interface RoomState {
  readonly seq: number;
  readonly t: number;
  readonly phase: Phase;
  readonly phase_by: string;
  readonly phase_why: string;
  readonly phase_t: number;
  readonly round_t: number;
  readonly begun_t: number | null;
  readonly frozen_at: number | null;
  readonly scene: SceneInfo | null;
  readonly language: Language;
  readonly levels: Readonly<Record<Axis, number>>;
  readonly ceiling: Readonly<Record<Axis, number>>;
  readonly help: number;
  readonly step: number;
  readonly beat: string;
  readonly beat_about: Partial<Readonly<Record<Language, string>>>;
  readonly beat_t: number;
  readonly beat_seq: number;
  readonly goals: readonly string[];
  readonly props: Readonly<Record<string, PropNow>>;
  readonly boards: Readonly<Record<string, Partial<Readonly<Record<Language, readonly string[]>>>>>;
  readonly offered: readonly OfferedCard[];
  readonly help_given: Help | null;
  readonly people: Readonly<Record<string, Person>>;
  readonly avatars: Readonly<Record<string, Avatar>>;
  readonly lines: readonly Line[];
  readonly notes: readonly Note[];
  readonly floor: Floor | null;
  readonly asked: Asked | null;
  readonly uses: Readonly<Record<string, number>>;
  readonly recording: Recording;
  readonly interruption: Interruption | null;
  readonly countdown: number | null;
  readonly distress: Readonly<Record<string, Distress>>;
  readonly suggestion: Suggestion | null;
  readonly suggested_to: string;
  readonly critical_owed: number;
}

export interface PropNow {
  readonly value: string;
  readonly t: number;
}

export interface Help {
  readonly kind: 'hint' | 'shown';
  readonly words: Partial<Readonly<Record<Language, string>>>;
  readonly meaning: string | null;
  readonly t: number;
}

export interface Person {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  readonly look: string;
  readonly language: Language;
  readonly where: 'gone' | 'lobby' | 'room';
  readonly here: boolean;
  readonly body: number | null;
  readonly at: readonly [number, number];
  readonly facing: number;
}

export interface Avatar {
  readonly id: string;
  readonly name: string;
  readonly part: Partial<Readonly<Record<Language, string>>>;
  readonly look: string;
  readonly motion: Motion;
  readonly present: boolean;
  readonly looks_at: string | null;
  readonly gesture: GestureShown | null;
  readonly thinking: boolean;
  readonly played_by: string | null;
  readonly last_said: number | null;
}

export interface Motion {
  readonly path: readonly (readonly [number, number])[];
  readonly start: number;
  readonly speed: number;
  readonly facing: number;
  readonly posture: 'crossed' | 'lean' | 'phone' | 'pockets' | 'sit' | 'stand' | 'table';
  readonly seat: number | null;
}

export interface GestureShown {
  readonly name: Gesture;
  readonly t: number;
}

export interface Line {
  readonly seq: number;
  readonly t: number;
  readonly who: string;
  readonly words: Partial<Readonly<Record<Language, string>>>;
  readonly language: Language;
  readonly source: Source;
  readonly lasts: number;
  readonly meaning: string | null;
  readonly sure: number | null;
  readonly answered: boolean;
  readonly critical: boolean | null;
  readonly reply: string | null;
  readonly by: string | null;
  readonly remark: 'followup' | 'interruption' | 'push' | 'question' | 'stall' | 'stand_in' | null;
  readonly level: number | null;
}

export interface Note {
  readonly kind: 'call' | 'help' | 'instruct' | 'mark' | 'whisper';
  readonly t: number;
  readonly by: string;
  readonly to: string | null;
  readonly text: string;
}

export interface Floor {
  readonly who: string;
  readonly until: number;
}

export interface Asked {
  readonly said: number;
  readonly meaning: string;
}

export interface Recording {
  readonly asked_by: string;
  readonly answers: Readonly<Record<string, boolean>>;
  readonly on: boolean;
  readonly since: number | null;
  readonly trouble: '' | 'disk_full' | 'io_error';
  readonly ended: '' | 'ended' | 'left' | 'nobody' | 'stopped';
  readonly ended_by: string;
}

export interface Interruption {
  readonly words: Partial<Readonly<Record<Language, string>>>;
  readonly sound: string;
  readonly seq: number;
  readonly t: number;
  readonly count: number;
}

export interface Distress {
  readonly limit: number;
  readonly asked_t: number | null;
  readonly asked_by: string;
  readonly open: boolean;
  readonly ratings: readonly Rating[];
  readonly wish: 'again' | 'easier' | 'enough' | 'harder' | null;
}

export interface Rating {
  readonly t: number;
  readonly level: number;
}

export interface Facts {
  readonly epoch: string;
  readonly now: number;
  readonly facts: readonly Stamped[];
}

export interface Stamped {
  readonly seq: number;
  readonly t: number;
  readonly fact:
    | Opened
    | Knocked
    | Admitted
    | Declined
    | Left
    | Presence
    | Stood
    | PhaseChanged
    | PressureSet
    | CeilingSet
    | Said
    | HeardAs
    | AskedBack
    | Thinking
    | BeatBegan
    | GoalReached
    | PropSet
    | BoardSet
    | Offered
    | HelpAsked
    | HelpGiven
    | Whispered
    | Instructed
    | Marked
    | Taken
    | Released
    | Moved
    | Looked
    | Gestured
    | HumanCalled
    | RecordingAsked
    | Consented
    | RecordingChanged
    | RecorderTroubled
    | Interrupted
    | CountdownSet
    | DistressAsked
    | DistressRated
    | DistressLimitSet
    | Wished
    | NextSuggested
    | RoundBegan;
}

export interface Seen {
  readonly seq: number;
}

export interface Ticket {
  readonly ticket: string;
}

export interface Seat {
  readonly seat: string;
  readonly role: Role;
  readonly language: Language;
  readonly title: Partial<Readonly<Record<Language, string>>>;
}

export interface Code {
  readonly role: Role;
  readonly code: string;
  readonly link: string;
  readonly until: number;
}

export interface SessionInfo {
  readonly id: string;
  readonly scenario: string;
  readonly title: Partial<Readonly<Record<Language, string>>>;
  readonly language: Language;
  readonly phase: Phase;
  readonly people: number;
  readonly practice: boolean;
}

export interface ScenarioInfo {
  readonly id: string;
  readonly title: Partial<Readonly<Record<Language, string>>>;
  readonly goal: Partial<Readonly<Record<Language, string>>>;
  readonly minutes: number;
  readonly levels: Readonly<Record<Axis, number>>;
  readonly steps: readonly StepInfo[];
  readonly place: string;
  readonly leads_to: readonly string[];
  readonly own: boolean;
}

export interface StepInfo {
  readonly words: Partial<Readonly<Record<Language, string>>>;
  readonly levels: Readonly<Record<Axis, number>>;
  readonly help: number;
}

export interface RecordingInfo {
  readonly session: string;
  readonly scenario: string;
  readonly title: Partial<Readonly<Record<Language, string>>>;
  readonly opened_at: number;
  readonly first_ms: number;
  readonly last_ms: number;
  readonly finished: boolean;
  readonly people: number;
  readonly trouble: Refusal | null;
}

export interface OwnLink {
  readonly session: string;
  readonly person: string;
  readonly name: string;
  readonly link: string;
}

export interface Scenario {
  readonly id: string;
  readonly title: Partial<Readonly<Record<Language, string>>>;
  readonly goal: Partial<Readonly<Record<Language, string>>>;
  readonly level: string;
  readonly place: string;
  readonly minutes: number;
  readonly aims: readonly Partial<Readonly<Record<Language, string>>>[];
  readonly cast: Readonly<Record<string, CastMember>>;
  readonly start: Start;
  readonly ladder: readonly Step[];
  readonly goals: Readonly<Record<string, Partial<Readonly<Record<Language, string>>>>>;
  readonly meanings: Readonly<Record<string, Meaning>>;
  readonly beats: Readonly<Record<string, Beat>>;
  readonly general: Readonly<Record<string, Turn>>;
  readonly replies: Readonly<Record<string, Reply>>;
  readonly closing: Closing;
  readonly boards: readonly Board[];
  readonly tops: Readonly<Record<Axis, number>>;
  readonly followups: readonly Remark[];
  readonly stalls: readonly Remark[];
  readonly questions: readonly Question[];
  readonly persuasion: Persuasion | null;
  readonly cues: readonly Cue[];
  readonly load: Load | null;
  readonly ask_distress_every: number;
  readonly leads_to: readonly string[];
}

export interface CastMember {
  readonly name: string;
  readonly part: Partial<Readonly<Record<Language, string>>>;
  readonly look: string;
  readonly manner: Partial<Readonly<Record<Language, string>>>;
  readonly company: number | null;
  readonly home: string;
  readonly beats: readonly string[];
  readonly stands_in: boolean;
  readonly comes_by: string | null;
}

export interface Start {
  readonly beat: string;
  readonly levels: Readonly<Record<Axis, number>>;
  readonly help: number;
}

export interface Step {
  readonly set: Readonly<Record<string, number>>;
  readonly words: Partial<Readonly<Record<Language, string>>>;
}

export interface Meaning {
  readonly phrasings: Partial<Readonly<Record<Language, readonly string[]>>>;
  readonly card: Card | null;
}

export interface Card {
  readonly icon: string;
  readonly words: Partial<Readonly<Record<Language, string>>>;
}

export interface Beat {
  readonly speaker: string;
  readonly about: Partial<Readonly<Record<Language, string>>>;
  readonly cards: readonly string[];
  readonly turns: Readonly<Record<string, Turn>>;
  readonly silence: readonly Silence[];
  readonly hint: Partial<Readonly<Record<Language, string>>>;
  readonly shown: string;
  readonly opens: string | null;
  readonly props: Readonly<Record<string, string>>;
}

export interface Turn {
  readonly reply: string;
  readonly by: string | null;
  readonly then: string | null;
  readonly reaches: string | null;
}

export interface Silence {
  readonly after: number;
  readonly reply: string;
  readonly then: string | null;
}

export interface Reply {
  readonly open: Readonly<Record<Tone, readonly Partial<Readonly<Record<Language, string>>>[]>>;
  readonly critical: Readonly<Record<Tone, readonly Partial<Readonly<Record<Language, string>>>[]>>;
  readonly by: string | null;
  readonly gesture: string | null;
}

export interface Closing {
  readonly words: Partial<Readonly<Record<Language, string>>>;
  readonly real_life_steps: readonly Partial<Readonly<Record<Language, string>>>[];
}

export interface Board {
  readonly prop: string;
  readonly axis: Axis;
  readonly levels: readonly BoardLevel[];
}

export interface BoardLevel {
  readonly rows: Partial<Readonly<Record<Language, readonly string[]>>>;
  readonly values: Readonly<Record<string, string>>;
}

export interface Question {
  readonly level: number;
  readonly lines: Readonly<Record<Tone, readonly Partial<Readonly<Record<Language, string>>>[]>>;
  readonly by: string | null;
}

export interface Persuasion {
  readonly beats: readonly string[];
  readonly accepts: readonly string[];
  readonly declines: readonly string[];
  readonly offers: readonly Remark[];
  readonly again: readonly Remark[];
  readonly reasons: readonly Remark[];
  readonly insists: readonly Remark[];
}

export interface Load {
  readonly interruptions: readonly Interruption[];
  readonly second_task: SecondTask;
  readonly time_limit: TimeLimit;
}

export interface SecondTask {
  readonly words: Partial<Readonly<Record<Language, string>>>;
  readonly goal: string;
}

export interface TimeLimit {
  readonly seconds: number;
  readonly reply: string;
  readonly then: string;
}

export interface OwnInfo {
  readonly id: string;
  readonly title: Partial<Readonly<Record<Language, string>>>;
  readonly mistakes: number;
}

export interface Written {
  readonly id: string;
  readonly own: boolean;
  readonly scenario: Scenario | null;
  readonly mistakes: readonly Mistake[];
  readonly advice: readonly Mistake[];
}

export interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly where: string;
  readonly problem: string;
  readonly instead: string;
}

export interface Checked {
  readonly mistakes: readonly Mistake[];
  readonly advice: readonly Mistake[];
  readonly saved: boolean;
}

export interface TakenIn {
  readonly id: string | null;
  readonly mistakes: readonly Mistake[];
}

export interface Path {
  readonly id: string;
  readonly name: string;
  readonly entries: readonly PathEntry[];
}

export interface PathEntry {
  readonly id: string;
  readonly date: string;
  readonly scenario: string;
  readonly step: number;
  readonly help: number;
  readonly helps: number;
  readonly goals: readonly string[];
  readonly wish: 'again' | 'easier' | 'enough' | 'harder' | null;
  readonly suggestion: Suggestion | null;
}

export interface PathBook {
  readonly kept: boolean;
  readonly paths: readonly Path[];
}

export interface MyPath {
  readonly name: string;
  readonly stops: readonly PathStop[];
}

export interface PathStop {
  readonly id: string;
  readonly title: Partial<Readonly<Record<Language, string>>>;
  readonly place: string;
  readonly leads_to: readonly string[];
  readonly rounds: number;
}

export interface Play {
  readonly type: 'play';
  readonly running: boolean;
}

export interface SetSpeed {
  readonly type: 'setspeed';
  readonly speed: '0.25' | '0.5' | '1' | '2' | '4';
}

export interface Seek {
  readonly type: 'seek';
  readonly at: number;
}

export interface WanderOff {
  readonly type: 'wanderoff';
  readonly alone: boolean;
}

export interface TakeEyes {
  readonly type: 'takeeyes';
  readonly of: string | null;
}

export interface PointAt {
  readonly type: 'pointat';
  readonly at: readonly [number, number] | null;
}

export interface AddNote {
  readonly type: 'addnote';
  readonly text: string;
  readonly at: number | null;
}

export interface RemoveNote {
  readonly type: 'removenote';
  readonly note: string;
}

export interface Talk {
  readonly type: 'talk';
  readonly text: string;
}

export interface ComeIn {
  readonly type: 'comein';
  readonly name: string;
  readonly look: string;
  readonly language: Language;
}

export interface Watching {
  readonly now: number;
  readonly first: number;
  readonly last: number;
  readonly shared: Playing;
  readonly own: Playing | null;
  readonly watchers: readonly Watcher[];
  readonly notes: readonly WatchNote[];
}

export interface Playing {
  readonly at: number;
  readonly since: number;
  readonly running: boolean;
  readonly speed: number;
}

export interface Watcher {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  readonly look: string;
  readonly language: Language;
  readonly here: boolean;
  readonly body: number | null;
  readonly alone: boolean;
  readonly eyes: string | null;
  readonly points_at: readonly [number, number] | null;
}

export interface WatchNote {
  readonly id: string;
  readonly at: number;
  readonly by: string;
  readonly name: string;
  readonly text: string;
}

export interface Talked {
  readonly by: string;
  readonly name: string;
  readonly text: string;
}

export interface Retold {
  readonly session: string;
  readonly opened_at: number;
  readonly client: string | null;
  readonly who: Readonly<Record<string, Who>>;
  readonly timeline: Timeline;
  readonly summary: Summary;
}

export interface Who {
  readonly id: string;
  readonly name: string;
  readonly role: Role | null;
}

export interface Timeline {
  readonly from_ms: number;
  readonly until_ms: number;
  readonly lanes: readonly Lane[];
}

export interface Lane {
  readonly id:
    'answers' | 'beats' | 'distress' | 'goals' | 'help' | 'looks' | 'marks' | 'near' | 'pauses' | 'pressure' | 'spoke' | 'stills';
  readonly words: Partial<Readonly<Record<Language, string>>>;
  readonly spans: readonly Span[];
  readonly points: readonly Point[];
  readonly curves: readonly Curve[];
}

export interface Span {
  readonly from_ms: number;
  readonly until_ms: number;
  readonly who: string | null;
  readonly kind: string;
  readonly words: Partial<Readonly<Record<Language, string>>>;
}

export interface Point {
  readonly t: number;
  readonly who: string | null;
  readonly kind: string;
  readonly words: Partial<Readonly<Record<Language, string>>>;
  readonly value: number | null;
}

export interface Curve {
  readonly id: string;
  readonly words: Partial<Readonly<Record<Language, string>>>;
  readonly unit: Partial<Readonly<Record<Language, string>>>;
  readonly least: number;
  readonly most: number;
  readonly holds: boolean;
  readonly t: readonly number[];
  readonly values: readonly number[];
  readonly rows: readonly Partial<Readonly<Record<Language, string>>>[];
  readonly limit_t: readonly number[];
  readonly limits: readonly number[];
}

export interface Summary {
  readonly own: readonly Told[];
  readonly staff: readonly Told[];
  readonly happened: readonly Told[];
}

export interface Told {
  readonly t: number | null;
  readonly words: Partial<Readonly<Record<Language, string>>>;
  readonly who: string | null;
}

export interface Row {
  readonly t: number;
  readonly lane:
    'answers' | 'beats' | 'distress' | 'goals' | 'help' | 'looks' | 'marks' | 'near' | 'pauses' | 'pressure' | 'spoke' | 'stills';
  readonly words: Partial<Readonly<Record<Language, string>>>;
}

export interface Compared {
  readonly id: string;
  readonly words: Partial<Readonly<Record<Language, string>>>;
  readonly unit: Partial<Readonly<Record<Language, string>>>;
  readonly first: number | null;
  readonly second: number | null;
}

export type Fact =
  | Opened
  | Knocked
  | Admitted
  | Declined
  | Left
  | Presence
  | Stood
  | PhaseChanged
  | PressureSet
  | CeilingSet
  | Said
  | HeardAs
  | AskedBack
  | Thinking
  | BeatBegan
  | GoalReached
  | PropSet
  | BoardSet
  | Offered
  | HelpAsked
  | HelpGiven
  | Whispered
  | Instructed
  | Marked
  | Taken
  | Released
  | Moved
  | Looked
  | Gestured
  | HumanCalled
  | RecordingAsked
  | Consented
  | RecordingChanged
  | RecorderTroubled
  | Interrupted
  | CountdownSet
  | DistressAsked
  | DistressRated
  | DistressLimitSet
  | Wished
  | NextSuggested
  | RoundBegan;

export type Intent =
  | Knock
  | Admit
  | Decline
  | Remove
  | Leave
  | SetPresence
  | Stand
  | Say
  | Stop
  | Calmer
  | Harder
  | Pause
  | Continue
  | Again
  | End
  | SetLevel
  | SetStep
  | SetHelp
  | SetCeiling
  | AskHelp
  | GiveHelp
  | Take
  | Release
  | SpeakAs
  | GestureAs
  | LookAs
  | WalkAs
  | Whisper
  | Instruct
  | Mark
  | Hear
  | Think
  | Answer
  | AskBack
  | Open
  | Prompt
  | CallHuman
  | AskToRecord
  | Consent
  | StopRecording
  | TellRecorder
  | LetBackIn
  | Remark
  | StandIn
  | Interrupt
  | CountDown
  | TimeUp
  | AskDistress
  | RateDistress
  | SetDistressLimit
  | MakeWish
  | SuggestNext
  | Restage
  | Halt;

export type Watch = Play | SetSpeed | Seek | WanderOff | TakeEyes | PointAt | AddNote | RemoveNote | Talk | ComeIn;
