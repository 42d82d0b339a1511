import { page } from "#app/platform/door.ts";

export { Screen as default } from "./screen.tsx";

export const loader = page("anyone", async () => null);
