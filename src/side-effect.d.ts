// A style sheet or a page's script is imported for what it does: there is nothing in it for a program.
export {}
