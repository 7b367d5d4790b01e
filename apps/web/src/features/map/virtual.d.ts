/** Coasts and borders as SVG path data, drawn while building (build/europe-outline.ts). */
declare module 'virtual:europe-outline' {
  const outline: { land: string; borders: string };
  export default outline;
}
