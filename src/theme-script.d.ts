// The script brings itself about: nothing is imported from it.
export {}
