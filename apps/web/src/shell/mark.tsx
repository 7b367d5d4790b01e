/** Two halves that make one whole: the twins of the name. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 46 30" className={className} aria-hidden="true">
      <path d="M15 1a14 14 0 1 0 8 25.5a17.5 17.5 0 0 1 0-23A14 14 0 0 0 15 1Z" />
      <path d="M31 1a14 14 0 1 1-8 25.5a17.5 17.5 0 0 0 0-23A14 14 0 0 1 31 1Z" />
    </svg>
  );
}
