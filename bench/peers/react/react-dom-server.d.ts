// The one function the benchmark calls; react-dom brings no types of its own.
declare module 'react-dom/server' {
  export function renderToStaticMarkup(element: import('react').ReactNode): string
}
