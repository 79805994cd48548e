import type { CSSProperties } from 'react'
import { hueOf, initialsOf } from './identity'

const SIZES = { sm: 'size-8 text-xs rounded-lg', md: 'size-10 text-sm rounded-xl' }

/** Initials on a colour that stays the same for the same person or room. The name stands beside it, so it is decoration. */
export function Avatar({ name, seed, size = 'md' }: { name: string; seed: string; size?: keyof typeof SIZES }) {
  const tint = { '--hue': hueOf(seed) } as CSSProperties
  return (
    <span
      aria-hidden="true"
      style={tint}
      className={`avatar-tint inline-flex shrink-0 items-center justify-center font-semibold select-none ${SIZES[size]}`}
    >
      {initialsOf(name)}
    </span>
  )
}
