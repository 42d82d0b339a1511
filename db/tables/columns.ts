/** 0 or 1: better-sqlite3 binds no booleans. */
export type Flag = 0 | 1;

/** JSON kept as text; the room that owns the table parses it with its zod schema. */
export type JsonText = string;
