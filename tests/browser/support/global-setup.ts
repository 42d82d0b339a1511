import { spawnSync } from "node:child_process";
import { startSite } from "../../../scripts/demo-site/site.ts";
import { buildIsStale, root } from "../../../scripts/setup.mjs";

/** Where workers find the data of a freshly seeded district. */
export const SEEDED = "TOOLKIT_SEEDED_DATA";

/** Once per run: a build that is up to date, and a district seeded by a first start, whose data every worker copies. */
export default async function setup(): Promise<() => void> {
	if (buildIsStale()) {
		const { status } = spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: root, stdio: "inherit" });
		if (status !== 0) throw new Error("the build failed, see above");
	}
	const site = await startSite(null);
	await site.stop();
	process.env[SEEDED] = site.dataDir;
	return () => site.remove();
}
