import type { CSSProperties } from 'react'
import { hueOf, initialsOf } from './identity'

const SIZES = { sm: 'size-8 text-xs', md: 'size-10 text-sm' }
const SHAPES = { person: 'rounded-full', room: 'rounded-xl' }

interface AvatarProps {
  name: string
  /** What the colour is made from: an id, so that it outlives a change of name. */
  seed: string
  of: keyof typeof SHAPES
  size?: keyof typeof SIZES
}

/** Initials on a colour that stays the same for the same person or room. The name stands beside it, so it is decoration. */
export function Avatar({ name, seed, of, size = 'md' }: AvatarProps) {
  const tint = { '--hue': hueOf(seed) } as CSSProperties
  return (
    <span
      aria-hidden="true"
      style={tint}
      className={`avatar-tint inline-flex shrink-0 items-center justify-center font-semibold select-none ${SIZES[size]} ${SHAPES[of]}`}
    >
      {initialsOf(name)}
    </span>
  )
}
