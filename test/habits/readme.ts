/** The commands that a reader of a Markdown page is shown: the lines of its fenced code, without comments, prompts and settings before them. */
export function commandsOf(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^```(?:sh|bash|console)\n([\s\S]*?)^```/gm)].map(([, block]) => block!);
  return blocks
    .flatMap((block) => block.split('\n'))
    .map((line) =>
      line
        .replace(/^\$ /, '')
        .replace(/\s+#.*$/, '')
        .replace(/^(?:[A-Z_]+=\S+ +)+/, '')
        .trim(),
    )
    .filter((line) => line !== '' && !line.startsWith('#'));
}
