import { csvFileOf } from "../tables/data-files.ts";
import { serveFiles } from "./serve-files.ts";

serveFiles(csvFileOf);
