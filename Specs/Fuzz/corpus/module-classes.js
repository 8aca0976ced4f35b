import { if as q } from "m"
export default class extends (a / b) { static { /"/.test("") } if(a) { /'/.test("") } #p = 1 / ""; get = /"/
 async *[c / d]() { await /`/.test(``) } }
export { q }
