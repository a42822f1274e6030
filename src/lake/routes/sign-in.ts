/** The page that each address of the Studio begins with. */
export const signInPath = '/sign-in'

/**
 * Signs a browser in with what follows `#sid=` in its address, or says what to do. The token is kept where the Studio looks
 * for it: in the storage of this origin, which is of one port alone.
 */
export const signInPage = (project: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Sign in to the Studio</title>
<style>
body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 20vh auto 0; padding: 0 1.5rem }
</style>
</head>
<body>
<main hidden>
<h1>This browser is not signed in</h1>
<p id="reason">Each address of the Studio signs one browser in, once, and this address holds nothing to sign in with.</p>
<p>For a new address, press Enter in the terminal where <code>npm start</code> or <code>roleprint start</code> runs, and open what it shows.</p>
</main>
<noscript><p>The Studio needs JavaScript.</p></noscript>
<script>
const sid = new URLSearchParams(location.hash.slice(1)).get('sid')
const signIn = async () => {
  if (!sid) return false
  const answer = await fetch('/v1/auth/fetch?sid=' + encodeURIComponent(sid))
  if (answer.ok) localStorage.setItem('__studio_auth_token_${project}', JSON.stringify({token: (await answer.json()).token}))
  else document.getElementById('reason').textContent = 'Each address of the Studio signs one browser in, once. This one has been used, or is of a lake that has ended.'
  return answer.ok
}
signIn().then(
  (isSignedIn) => {
    if (isSignedIn) location.replace('/')
    else document.querySelector('main').hidden = false
  },
  () => {
    document.getElementById('reason').textContent = 'The lake does not answer. Is it running?'
    document.querySelector('main').hidden = false
  },
)
</script>
</body>
</html>
`
