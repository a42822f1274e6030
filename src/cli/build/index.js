// The search of the index. Without it the whole list is there.
