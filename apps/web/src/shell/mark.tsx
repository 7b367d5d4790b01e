/** Two halves that make one whole: the twins of the name. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 46 30" className={className} aria-hidden="true">
      <path d="M22 3.4A14 14 0 1 0 22 26.6A17 17 0 0 1 22 3.4Z" />
      <path d="M24 3.4A14 14 0 1 1 24 26.6A17 17 0 0 0 24 3.4Z" />
    </svg>
  );
}
