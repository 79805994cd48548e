import { text } from '../text/en'
import { CopyButton } from '../ui/CopyButton'
import type { FormState } from './form.model'

/** What went wrong with a form as a whole, with the reference that lets an operator find it. */
export function FormFailure({ failure }: Pick<FormState, 'failure'>) {
  return (
    <div role="alert">
      {failure && (
        <div className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger">
          <p>{failure.text}</p>
          {failure.traceId && <Reference traceId={failure.traceId} />}
        </div>
      )}
    </div>
  )
}

function Reference({ traceId }: { traceId: string }) {
  return (
    <CopyButton value={traceId} label={text.errors.copyReference} done={text.copied}>
      <span className="truncate">
        {text.errors.reference} {traceId}
      </span>
    </CopyButton>
  )
}
