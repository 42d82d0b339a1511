/** Order matters: Edge and Cốc Cốc call themselves Chrome too, Chrome calls itself Safari. */
const browsers = [
	["Edg", "Edge"],
	["coc_coc", "Cốc Cốc"],
	["OPR/", "Opera"],
	["SamsungBrowser", "Samsung Internet"],
	["Firefox/", "Firefox"],
	["CriOS", "Chrome"],
	["Chrome/", "Chrome"],
	["Safari/", "Safari"],
] as const;

const systems = [
	["Android", "Android"],
	["iPhone", "iPhone"],
	["iPad", "iPad"],
	["Windows", "Windows"],
	["Mac OS", "macOS"],
	["Linux", "Linux"],
] as const;

/** What a person recognises of a `User-Agent`: "Chrome trên Android". */
export function deviceName(
	agent: string,
	words: { unknownDevice: string; on: (browser: string, system: string) => string },
): string {
	const browser = browsers.find(([mark]) => agent.includes(mark))?.[1];
	const system = systems.find(([mark]) => agent.includes(mark))?.[1];
	if (browser && system) return words.on(browser, system);
	return browser ?? system ?? words.unknownDevice;
}
