import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import type { Form } from '../../forms/form.model'
import { FormFailure } from '../../forms/FormFailure'
import type { Room } from '../../protocol/entities'
import { text } from '../../text/en'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/TextField'
import { useReadable } from '../../ui/useReadable'

export function CreateRoomDialog({ form, onClose }: { form: Form<{ name: string; code: string }>; onClose: () => void }) {
  const { fields } = useReadable(form.state)
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  return (
    <FormDialog title={text.rooms.createTitle} form={form} values={{ name, code }} onClose={onClose} labels={CREATE}>
      <TextField
        label={text.rooms.name}
        hint={text.rooms.nameHint}
        name="name"
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={fields.name}
      />
      <TextField
        label={text.rooms.codeLabel}
        hint={text.rooms.codeHint}
        name="code"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={fields.code}
      />
    </FormDialog>
  )
}

export function JoinRoomDialog({ form, onClose }: { form: Form<{ code: string }>; onClose: () => void }) {
  const { fields } = useReadable(form.state)
  const [code, setCode] = useState('')
  return (
    <FormDialog title={text.rooms.joinTitle} form={form} values={{ code }} onClose={onClose} labels={JOIN}>
      <TextField
        label={text.rooms.code}
        hint={text.rooms.joinCodeHint}
        name="code"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={fields.code}
      />
    </FormDialog>
  )
}

export function LeaveRoomDialog({ form, room, onClose }: { form: Form<{ room: string }>; room: Room; onClose: () => void }) {
  return (
    <FormDialog title={text.rooms.leaveTitle(room.name)} form={form} values={{ room: room.id }} onClose={onClose} labels={LEAVE}>
      <p className="text-soft">{text.rooms.leaveText}</p>
    </FormDialog>
  )
}

const CREATE = { action: text.rooms.createAction, busy: text.rooms.creating, look: 'primary' } as const
const JOIN = { action: text.rooms.joinAction, busy: text.rooms.joining, look: 'primary' } as const
const LEAVE = { action: text.rooms.leave, busy: text.rooms.leaving, look: 'danger' } as const

interface FormDialogProps<Values> {
  title: string
  form: Form<Values>
  values: Values
  labels: { action: string; busy: string; look: 'primary' | 'danger' }
  onClose: () => void
  children: ReactNode
}

function FormDialog<Values>({ title, form, values, labels, onClose, children }: FormDialogProps<Values>) {
  const { isBusy, failure } = useReadable(form.state)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    form.submit(values)
  }
  return (
    <Dialog title={title} closeLabel={text.close} onClose={onClose}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        {children}
        <FormFailure failure={failure} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{text.cancel}</Button>
          <Button type="submit" look={labels.look} disabled={isBusy}>
            {isBusy ? labels.busy : labels.action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
