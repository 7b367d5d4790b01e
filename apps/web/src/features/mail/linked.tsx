const link = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/;

/** Plain text with its web addresses made into links, as a mail program shows it. */
export function Linked({ words }: { words: string }) {
  // A split by one capturing group alternates: text, link, text, …
  return words.split(link).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
