/** The product's mark; decoration beside its name. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" className="size-8" aria-hidden="true">
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <path
        className="fill-white"
        d="M9 10.5A2.5 2.5 0 0 1 11.5 8h9a2.5 2.5 0 0 1 2.5 2.5v6a2.5 2.5 0 0 1-2.5 2.5H16l-4.2 3.9c-.5.4-1.3.1-1.3-.6V19A2.5 2.5 0 0 1 9 16.5z"
      />
    </svg>
  )
}
