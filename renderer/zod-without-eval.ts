/** zod would compile its checks with new Function, which the content policy forbids: first import of the window. */
import { config } from "zod";

config({ jitless: true });
