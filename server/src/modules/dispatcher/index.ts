export { type Understander } from "./understander.ts";
