import naughty from 'big-list-of-naughty-strings' with {type: 'json'}

/** What has broken out of somebody's page before, and 461 strings that have broken something. */
export const hostileStrings: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</textarea></title></style></script></template></pre>',
  '<!--<script>',
  ']]>',
  '{{constructor.constructor("alert(1)")()}}',
  '\u2028\u2029</script>',
  '\ud800',
  'a\u0000b',
  'a\rb\r\nc',
  'one  two   three',
  '\u202eevil',
  '\u2067unbalanced',
  'a\u2069b\u2066c',
  ...naughty,
]
