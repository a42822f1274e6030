import {Button, Flex} from '@sanity/ui'

interface ChoiceProps<Value extends string> {
  label: string
  options: Record<Value, string>
  value: Value
  onChange: (value: Value) => void
}

/** One of a few, all in sight. */
export function Choice<Value extends string>({label, options, value, onChange}: ChoiceProps<Value>) {
  const names = Object.keys(options) as Value[]
  return (
    <Flex gap={1} role="group" aria-label={label}>
      {names.map((name) => (
        <Button
          key={name}
          text={options[name]}
          fontSize={1}
          padding={2}
          mode={name === value ? 'default' : 'bleed'}
          aria-pressed={name === value}
          onClick={() => onChange(name)}
        />
      ))}
    </Flex>
  )
}
