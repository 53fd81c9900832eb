/**
 * The network's mark: one speech bubble hands a word on to the next. The white gap keeps the
 * two apart at any size.
 */
export function Mark({ title }: { title?: string }) {
  return (
    <svg
      className="mark"
      viewBox="0 0 40 40"
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
      focusable="false"
    >
      <path
        d="M7 3h17a6 6 0 0 1 6 6v9a6 6 0 0 1-6 6H13l-7 6.5V23.9A6 6 0 0 1 1 18V9a6 6 0 0 1 6-6Z"
        fill="#0b5d57"
      />
      <path d="M8 10.2h14M8 16h8" fill="none" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
      <path
        d="M22.5 15H34a5 5 0 0 1 5 5v7.5a5 5 0 0 1-4 4.9V38l-6.4-5.5H22.5a5 5 0 0 1-5-5V20a5 5 0 0 1 5-5Z"
        fill="#f0a04b"
        stroke="#fff"
        strokeWidth="2.5"
      />
      <path d="M23.2 23.8h10" fill="none" stroke="#06332f" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  )
}
