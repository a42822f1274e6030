import {Stack, Text, TextInput} from '@sanity/ui'
import {useState} from 'react'
import {type NumberInputProps, set, unset} from 'sanity'
import {readAmount} from './amount.ts'

const numbers = new Intl.NumberFormat('en', {maximumFractionDigits: 10})

/** An amount, as it is typed: the number that is read stands below, so that nobody finds 95 where 95,000 was meant. */
export function AmountInput({value, onChange, elementProps, readOnly}: NumberInputProps) {
  const [text, setText] = useState(value === undefined ? '' : String(value))
  // What somebody else wrote meanwhile, or what was taken back.
  const shown = (readAmount(text) ?? undefined) === value ? text : value === undefined ? text : String(value)
  const isUnread = shown.trim() !== '' && readAmount(shown) === null
  const {
    value: _value,
    onChange: _onChange,
    type: _type,
    ...element
  } = elementProps as unknown as Record<string, unknown>

  return (
    <Stack gap={3}>
      <TextInput
        {...element}
        inputMode="decimal"
        readOnly={readOnly}
        value={shown}
        onChange={({currentTarget}) => {
          setText(currentTarget.value)
          const amount = readAmount(currentTarget.value)
          onChange(amount === null ? unset() : set(amount))
        }}
      />
      {isUnread ? (
        <Text size={1} muted data-testid="roleprint-amount">
          “{shown}” is no amount. Write it like 95000, 95,000 or 17.29.
        </Text>
      ) : (
        value !== undefined && (
          <Text size={1} muted data-testid="roleprint-amount">
            Reads as {numbers.format(value)}
          </Text>
        )
      )}
    </Stack>
  )
}
