/** One of 18 hues, evenly spread, always the same for the same seed (FNV-1a). */
export function hueOf(seed: string): number {
  let hash = 0x811c9dc5
  for (const char of seed) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return ((hash >>> 0) % 18) * 20
}

/** Up to two initials: of the first two words, else the first two letters. Counts what people see as letters, not code units. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s._-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const [first, second] = words
  if (!first) return '#'
  const letters = second ? lettersOf(first).slice(0, 1).concat(lettersOf(second).slice(0, 1)) : lettersOf(first).slice(0, 2)
  return letters.join('').toLocaleUpperCase()
}

const segmenter = new Intl.Segmenter()
const lettersOf = (word: string) => [...segmenter.segment(word)].map(({ segment }) => segment)
