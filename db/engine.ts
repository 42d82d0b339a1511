/** The two databases one code runs on. */
export type Engine = "sqlite" | "postgres";
