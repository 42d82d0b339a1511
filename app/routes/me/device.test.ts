import { expect, test } from "vitest";
import { deviceName } from "./device.ts";

const words = { unknownDevice: "Không rõ", on: (browser: string, system: string) => `${browser} trên ${system}` };

test("a device is named as people know it", () => {
	const chrome =
		"Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36";
	expect(deviceName(chrome, words)).toBe("Chrome trên Android");
	expect(deviceName(`${chrome} Edg/140.0`, words)).toBe("Edge trên Android");
	const iphone =
		"Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1";
	expect(deviceName(iphone, words)).toBe("Safari trên iPhone");
	expect(deviceName("curl/8.0", words)).toBe("Không rõ");
	expect(deviceName("", words)).toBe("Không rõ");
});
