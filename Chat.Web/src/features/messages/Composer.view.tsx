import { SendHorizontal } from 'lucide-react'
import { useEffect, useId, useLayoutEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { text } from '../../text/en'
import { IconButton } from '../../ui/Button'
import { useReadable } from '../../ui/useReadable'
import type { Composer } from './composer.model'

/** Some browsers end a composition before they report its Enter; this code marks that key as the input method's. */
const IME_KEY_CODE = 229

export function ComposerView({ model, label }: { model: Composer; label: string }) {
  const draft = useReadable(model.draft)
  const field = useRef<HTMLTextAreaElement>(null)
  const hint = useId()
  const over = model.overLimit(draft)

  useLayoutEffect(() => {
    const { current } = field
    if (!current) return
    current.style.height = 'auto'
    current.style.height = `${current.scrollHeight}px`
  }, [draft])
  useEffect(() => {
    // On a touch screen the focus would raise the keyboard over what one came to read.
    if (window.matchMedia('(pointer: fine)').matches) field.current?.focus()
  }, [model])

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const isComposing = event.nativeEvent.isComposing || event.keyCode === IME_KEY_CODE
    if (event.key !== 'Enter' || event.shiftKey || isComposing) return
    event.preventDefault()
    model.send()
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        model.send()
        field.current?.focus()
      }}
      className="px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] md:px-5"
    >
      <div className="flex items-end gap-1 rounded-2xl border border-control bg-raised p-1.5 transition-colors focus-within:border-accent-ink">
        <textarea
          ref={field}
          rows={1}
          aria-label={label}
          aria-describedby={hint}
          aria-invalid={over > 0 ? true : undefined}
          placeholder={text.messages.placeholder}
          value={draft}
          onChange={(event) => model.write(event.target.value)}
          onKeyDown={onKeyDown}
          className="max-h-[40dvh] min-h-9 flex-1 resize-none bg-transparent px-2.5 py-1.5 text-base outline-none placeholder:text-soft pointer-coarse:min-h-11 pointer-coarse:py-2.5"
        />
        <IconButton label={text.messages.send} type="submit" look="primary" disabled={!draft.trim() || over > 0} className="rounded-xl">
          <SendHorizontal size={18} aria-hidden="true" />
        </IconButton>
      </div>
      <p id={hint} className={`px-2.5 pt-1 text-xs ${over > 0 ? 'text-danger' : 'hidden text-soft md:block'}`}>
        {over > 0 ? text.messages.tooLong(over) : text.messages.sendHint}
      </p>
    </form>
  )
}
