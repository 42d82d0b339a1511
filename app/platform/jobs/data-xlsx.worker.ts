import { workbookOf } from "../tables/data-workbooks.ts";
import { serveFiles } from "./serve-files.ts";

serveFiles(workbookOf);
