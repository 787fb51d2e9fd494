/** The product's mark. */
export function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <rect width="20" height="20" rx="5" fill="var(--accent)" />
      <path
        d="M3.5 12.5C6 12.5 6 6 8.6 6s2.6 8 5.2 8c1.6 0 2-1.6 2.7-3"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="1.75"
        strokeLinecap="round"
      />
      <circle cx="8.6" cy="6" r="1.9" fill="var(--on-accent)" />
    </svg>
  )
}
