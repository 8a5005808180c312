/** The version of package.json, put in at build time. */
declare const __VERSION__: string;
/** SHA-256 of the briefing's block that the build put through the gate, in hex digits. */
declare const __BRIEFING__: string;

/** A style sheet that is taken in a second time, behind others. */
declare module '*.css?again';
