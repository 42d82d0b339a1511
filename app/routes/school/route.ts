import { page } from "#app/platform/door.ts";

export { Frame as default } from "./screen.tsx";

export const loader = page("school.read", async () => null);
