var v
/"/.test("")
a = b
/c/d, ""
a
++
/"/.lastIndex, ""
for (;;) { break
/"/.test("") }
